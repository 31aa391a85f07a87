package fan.encore.seat;

import fan.encore.shared.Texts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;

/**
 * A seat of a reservation and as what it is bought.
 *
 * @param label unique within the event: {@code P-A-12}
 * @param block name of its block
 * @param row empty at a table
 * @param ticketType code of the ticket type, which need not be the one that leads the category
 * @param typeName the type's name
 */
public record BoughtSeat(
    String label, String block, String row, String number, String ticketType, String typeName) {

  static final String COLUMNS =
      "select s.label, s.block_name, s.row_name, s.number as seat_number,"
          + " t.code as ticket_type, t.name as type_name";

  static final String JOINED =
      " join encore.seat s on s.id = h.seat_id join encore.ticket_type t on t.id = h.ticket_type_id";

  static BoughtSeat of(ResultSet row) throws SQLException {
    return new BoughtSeat(
        row.getString("label"),
        row.getString("block_name"),
        row.getString("row_name"),
        row.getString("seat_number"),
        row.getString("ticket_type"),
        row.getString("type_name"));
  }

  /**
   * In words: {@code Parterre, row A, seat 12}; with their types where there is more than one.
   *
   * @param seats of one reservation
   */
  public static List<String> words(List<BoughtSeat> seats, Locale locale) {
    boolean mixed = seats.stream().map(BoughtSeat::ticketType).distinct().count() > 1;
    return seats.stream()
        .map(
            seat ->
                mixed
                    ? Texts.get(locale, "seat.words_as", seat.words(locale), seat.typeName())
                    : seat.words(locale))
        .toList();
  }

  private String words(Locale locale) {
    return new HeldSeat(label, block, row, number).words(locale);
  }
}
