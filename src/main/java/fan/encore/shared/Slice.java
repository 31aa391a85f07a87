package fan.encore.shared;

import java.util.List;

/**
 * One page of a longer list.
 *
 * @param rows the rows of this page, never null
 * @param total how many rows the whole list has
 */
public record Slice<T>(List<T> rows, long total) {
  public Slice {
    rows = List.copyOf(rows);
  }
}
