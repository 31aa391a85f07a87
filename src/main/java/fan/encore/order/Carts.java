package fan.encore.order;

import fan.encore.account.Roles;
import fan.encore.shared.Sql;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a fan holds and has not paid, of all events. Each hold keeps its own end. A ticket that
 * another fan sells on is paid by itself: its payment locks the seller's order, too.
 */
@Stateless
@RolesAllowed({Roles.FAN, Roles.GUEST})
public class Carts {

  private static final int MOST = 50;

  private static final String WAITING =
      " from encore.ticket_reservation r left join encore.ticket_order o on o.reservation_id = r.id"
          + " join encore.live_event e on e.id = r.event_id"
          + " join encore.venue v on v.id = e.venue_id"
          + " where r.account_id = ? and r.status = 'HELD' and r.expires_at > ?"
          + " and r.resale_offer_id is null and coalesce(o.status, 'OPEN') = 'OPEN'";

  @Inject private Sql sql;
  @Inject private Clock clock;

  private record Found(
      String code, String currency, Instant startsAt, String zone, String city, String picture) {}

  /** Grouped by currency, because one payment has one. */
  public List<CartGroup> of(long accountId) {
    Map<String, List<CartLine>> groups = new LinkedHashMap<>();
    List<Found> found =
        sql.list(
            "select r.code, r.currency, e.starts_at, v.zone, v.city, e.picture_key"
                + WAITING
                + " order by r.currency, r.expires_at, r.id limit ?",
            Carts::found,
            accountId,
            clock.instant(),
            MOST);
    for (Found one : found) {
      ReservationReading.view(sql, accountId, one.code())
          .ifPresent(
              view ->
                  groups
                      .computeIfAbsent(one.currency(), none -> new ArrayList<>())
                      .add(
                          new CartLine(
                              view, one.startsAt(), one.zone(), one.city(), one.picture())));
    }
    return groups.entrySet().stream()
        .map(group -> new CartGroup(group.getKey(), group.getValue()))
        .toList();
  }

  /** How many reservations are in the cart. */
  public int count(long accountId) {
    return (int) sql.number("select count(*)" + WAITING, accountId, clock.instant());
  }

  private static Found found(ResultSet row) throws SQLException {
    return new Found(
        row.getString("code"),
        row.getString("currency"),
        Sql.instant(row, "starts_at"),
        row.getString("zone"),
        row.getString("city"),
        row.getString("picture_key"));
  }
}
