package fan.encore.shared;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The variable part of a list's SQL: conditions for the filters that are set, and an order by one
 * of the columns that the service knows. Column names come from code only, values are parameters
 * only.
 */
public final class Where {

  private final StringBuilder sql = new StringBuilder();
  private final List<Object> parameters = new ArrayList<>();

  /** Adds {@code column = value}; nothing when the value is null. */
  public Where equal(String column, Object value) {
    return value == null ? this : and(column + " = ?", value);
  }

  /**
   * Adds a comparison of a whole-number column; a filter that is no number matches no row.
   *
   * @param digits text typed by a person, or null for no filter
   */
  public Where equalNumber(String column, String digits) {
    if (digits == null) {
      return this;
    }
    return digits.matches("[0-9]{1,18}")
        ? and(column + " = ?", Long.valueOf(digits))
        : and("false");
  }

  /** Adds a case-insensitive search for a part of the text; nothing when the part is null. */
  public Where contains(String column, String part) {
    return part == null ? this : and(column + " ilike ?", "%" + literal(part) + "%");
  }

  /** Adds a case-insensitive search for the beginning of the text; nothing when it is null. */
  public Where startsWith(String column, String beginning) {
    return beginning == null ? this : and(column + " ilike ?", literal(beginning) + "%");
  }

  /** Adds a condition of one's own, with as many values as it has question marks. */
  public Where and(String condition, Object... values) {
    sql.append(sql.isEmpty() ? " where " : " and ").append('(').append(condition).append(')');
    parameters.addAll(Arrays.asList(values));
    return this;
  }

  /** Empty, or {@code where ...} with a space before it. */
  public String sql() {
    return sql.toString();
  }

  /** The values of the conditions, followed by others. */
  public Object[] parameters(Object... more) {
    List<Object> all = new ArrayList<>(parameters);
    all.addAll(Arrays.asList(more));
    return all.toArray();
  }

  /**
   * {@code order by ...} for one page of the list, ending in the unique column so that pages never
   * overlap; follow it with {@code limit ? offset ?}.
   *
   * @param columns SQL columns by the sort names that the service knows
   * @param unique SQL column that breaks ties, and the order (newest first) when no sort is asked
   */
  public static String order(ListQuery query, Map<String, String> columns, String unique) {
    String column = query.sort() == null ? null : columns.get(query.sort());
    if (column == null) {
      return " order by " + unique + " desc";
    }
    String direction = query.descending() ? " desc" : " asc";
    return " order by " + column + direction + " nulls last, " + unique + direction;
  }

  private static String literal(String text) {
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
  }
}
