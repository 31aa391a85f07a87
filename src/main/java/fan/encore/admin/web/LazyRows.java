package fan.encore.admin.web;

import fan.encore.shared.ListQuery;
import fan.encore.shared.Slice;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;

/**
 * Rows of a {@code p:dataTable lazy="true"}, read page by page from a service's {@code
 * find(ListQuery)}. Sort and filter names are the columns' {@code field} (or {@code
 * filterBy="#{row.name}"}); several chosen values of one filter arrive joined by commas.
 *
 * <p>An exporter reads page after page until one is empty: give {@code p:dataExporter} a {@code
 * bufferSize} of 1000 or less.
 */
public final class LazyRows<T> extends LazyDataModel<T> {

  /** The service method behind the table; serializable because view-scoped beans must be. */
  @FunctionalInterface
  public interface Source<T> extends Function<ListQuery, Slice<T>>, Serializable {}

  /** What identifies a row, such as its id. */
  @FunctionalInterface
  public interface RowKey<T> extends Function<T, Object>, Serializable {}

  private final Source<T> source;
  private final RowKey<T> rowKey;

  /** For tables whose rows are not selected. */
  public LazyRows(Source<T> source) {
    this(source, row -> row);
  }

  /**
   * @param rowKey identifies a row of the current page when it is selected
   */
  public LazyRows(Source<T> source, RowKey<T> rowKey) {
    this.source = source;
    this.rowKey = rowKey;
  }

  /** How many rows the filters leave; the table asks before each page and goes back if it must. */
  @Override
  public int count(Map<String, FilterMeta> filterBy) {
    return (int) Math.min(source.apply(query(0, 1, Map.of(), filterBy)).total(), Integer.MAX_VALUE);
  }

  /** One page; empty behind the last row, which is how an exporter knows that it has them all. */
  @Override
  public List<T> load(
      int first, int pageSize, Map<String, SortMeta> sortBy, Map<String, FilterMeta> filterBy) {
    return source.apply(query(first, pageSize, sortBy, filterBy)).rows();
  }

  @Override
  public String getRowKey(T row) {
    return String.valueOf(rowKey.apply(row));
  }

  @Override
  public T getRowData(String key) {
    List<T> page = getWrappedData();
    return page == null
        ? null
        : page.stream().filter(row -> getRowKey(row).equals(key)).findFirst().orElse(null);
  }

  private static ListQuery query(
      int first, int size, Map<String, SortMeta> sortBy, Map<String, FilterMeta> filterBy) {
    SortMeta sort =
        sortBy.values().stream()
            .filter(SortMeta::isActive)
            .min((a, b) -> Integer.compare(a.getPriority(), b.getPriority()))
            .orElse(null);
    Map<String, String> filters = new HashMap<>();
    for (FilterMeta filter : filterBy.values()) {
      if (filter.isActive() && filter.getField() != null) {
        filters.put(filter.getField(), text(filter.getFilterValue()));
      }
    }
    return new ListQuery(
        first,
        size,
        sort == null ? null : sort.getField(),
        sort != null && sort.getOrder().isDescending(),
        filters);
  }

  private static String text(Object value) {
    if (value instanceof Object[] values) {
      return text(Arrays.asList(values));
    }
    if (value instanceof Collection<?> values) {
      return new ArrayList<>(values).stream().map(String::valueOf).collect(Collectors.joining(","));
    }
    return String.valueOf(value);
  }
}
