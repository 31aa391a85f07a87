package fan.encore.seat;

import fan.encore.shared.Texts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;

/**
 * A seat as it is printed.
 *
 * @param label unique within the event: {@code P-A-12}
 * @param block name of its block
 * @param row empty at a table
 */
public record HeldSeat(String label, String block, String row, String number) {

  /**
   * From a row with the label, the block's and the row's name and {@code seat_number}; null without
   * one.
   */
  public static HeldSeat of(ResultSet row) throws SQLException {
    String label = row.getString("label");
    return label == null
        ? null
        : new HeldSeat(
            label,
            row.getString("block_name"),
            row.getString("row_name"),
            row.getString("seat_number"));
  }

  /** In words: {@code Parterre, row A, seat 12}. */
  public String words(Locale locale) {
    return row.isEmpty()
        ? Texts.get(locale, "seat.words_table", block, number)
        : Texts.get(locale, "seat.words", block, row, number);
  }
}
