package fan.encore.shared;

import java.util.Map;

/**
 * What a table asks of a service: which rows, in which order, filtered how. Services accept only
 * the sort and filter names that they know and ignore all others.
 *
 * @param first index of the first row, from 0
 * @param size number of rows, 1 to 1000
 * @param sort name of the column to sort by, or null for the service's own order
 * @param filters text by column name, never null
 */
public record ListQuery(
    int first, int size, String sort, boolean descending, Map<String, String> filters) {
  public ListQuery {
    first = Math.max(0, first);
    size = Math.min(1000, Math.max(1, size));
    filters = filters == null ? Map.of() : Map.copyOf(filters);
  }

  public static ListQuery page(int page, int size) {
    return new ListQuery(Math.max(0, page) * size, size, null, false, Map.of());
  }

  /** The filter's text, or null when that column is not filtered. */
  public String filter(String name) {
    String text = filters.get(name);
    return text == null || text.isBlank() ? null : text.strip();
  }
}
