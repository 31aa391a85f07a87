package fan.encore.analytics;

import fan.encore.shared.Money;
import fan.encore.shared.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;

/**
 * A column of an export.
 *
 * @param name completes a key of the bundle
 */
record Column(String name, Value value) {

  /** Reads the column's value of the current row. */
  @FunctionalInterface
  interface Value {
    Object of(ResultSet row, Locale locale) throws SQLException;
  }

  static Column text(String name) {
    return new Column(name, (row, locale) -> row.getString(name));
  }

  static Column number(String name) {
    return new Column(name, (row, locale) -> Sql.nullableLong(row, name));
  }

  static Column time(String name) {
    return new Column(name, (row, locale) -> Sql.instant(row, name));
  }

  /** Minor units in the currency of the row's column {@code currency}. */
  static Column money(String name) {
    return new Column(
        name,
        (row, locale) -> {
          Long minor = Sql.nullableLong(row, name);
          return minor == null ? null : new Money(minor, row.getString("currency"));
        });
  }
}
