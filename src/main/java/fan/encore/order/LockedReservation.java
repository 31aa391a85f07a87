package fan.encore.order;

import fan.encore.shared.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/**
 * A reservation whose row this transaction holds, and with it the order made of it.
 *
 * @param resale whether it keeps the offer of a fan, and nothing of the stock
 */
record LockedReservation(long id, ReservationStatus status, Instant expiresAt, boolean resale) {

  private static final String SELECT =
      "select r.id, r.status, r.expires_at, r.resale_offer_id is not null as resale"
          + " from encore.ticket_reservation r where ";

  static Optional<LockedReservation> byCode(Sql sql, long accountId, String code) {
    return sql.first(
        SELECT + "r.code = ? and r.account_id = ? for update",
        LockedReservation::of,
        code,
        accountId);
  }

  static Optional<LockedReservation> ofOrder(Sql sql, String orderCode) {
    return sql.first(
        SELECT
            + "r.id = (select o.reservation_id from encore.ticket_order o where o.code = ?)"
            + " for update",
        LockedReservation::of,
        orderCode);
  }

  private static LockedReservation of(ResultSet row) throws SQLException {
    return new LockedReservation(
        row.getLong("id"),
        ReservationStatus.valueOf(row.getString("status")),
        Sql.instant(row, "expires_at"),
        row.getBoolean("resale"));
  }
}
