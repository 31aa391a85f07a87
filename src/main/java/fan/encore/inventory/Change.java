package fan.encore.inventory;

import fan.encore.shared.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * A difference between the ledger and what is there, as {@code inventory_changes} in V037 finds it.
 *
 * @param reservationId null for a capacity, which then is the quantity
 */
record Change(
    Long reservationId,
    String code,
    long eventId,
    long typeId,
    int quantity,
    int wasHeld,
    int wasSold,
    int held,
    int sold) {

  static Change of(ResultSet row) throws SQLException {
    return new Change(
        Sql.nullableLong(row, "reservation_id"),
        row.getString("code"),
        row.getLong("event_id"),
        row.getLong("ticket_type_id"),
        row.getInt("quantity"),
        row.getInt("was_held"),
        row.getInt("was_sold"),
        row.getInt("held"),
        row.getInt("sold"));
  }

  boolean isCapacity() {
    return reservationId == null;
  }
}
