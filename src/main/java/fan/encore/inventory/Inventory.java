package fan.encore.inventory;

import fan.encore.event.EventDetail;
import fan.encore.event.Events;
import fan.encore.inventory.Movement.MovementKind;
import fan.encore.shared.Sql;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** The ledgers, for everybody. */
@Stateless
@PermitAll
public class Inventory {

  /** Lines that can be read at once. */
  public static final int MOST = 5_000;

  private static final String LINE =
      "select place, type_code, kind, quantity, subject, capacity, free, held, sold, recorded_at,"
          + " encode(hash, 'hex') as hash from encore.inventory_entry";

  @Inject private Sql sql;
  @Inject private Events events;

  /**
   * How far the ledger of an event has come.
   *
   * @throws fan.encore.event.EventNotFound if fans may not see such an event
   */
  public LedgerSummary summary(String slug) {
    EventDetail event = events.bySlug(slug);
    List<LedgerSummary.LedgerType> types =
        sql.list(
            "select y.code, y.name, coalesce(t.capacity, 0) as capacity,"
                + " coalesce(t.held, 0) as held, coalesce(t.sold, 0) as sold, l.code as seats_of"
                + " from encore.ticket_type y left join encore.ticket_type l on l.id = y.fare_of"
                + " left join encore.inventory_type t on t.ticket_type_id = y.id where y.event_id = ? order by y.place",
            row ->
                new LedgerSummary.LedgerType(
                    row.getString("code"),
                    row.getString("name"),
                    row.getInt("capacity"),
                    row.getInt("held"),
                    row.getInt("sold"),
                    row.getString("seats_of")),
            event.id());
    return sql.first(
            "select c.places, encode(c.hash, 'hex') as hash, c.headed, g.log_index, p.proven_at"
                + " from encore.inventory_progress p"
                + " left join encore.inventory_chain c on c.event_id = ?"
                + " left join encore.fairness_log g on g.leaf_id = c.head",
            row ->
                new LedgerSummary(
                    slug,
                    event.title(),
                    row.getLong("places"),
                    row.getString("hash") == null ? Movement.genesis(slug) : row.getString("hash"),
                    row.getLong("headed"),
                    Sql.nullableLong(row, "log_index"),
                    Sql.instant(row, "proven_at"),
                    types),
            event.id())
        .orElseThrow();
  }

  /**
   * Lines in their order.
   *
   * @param from place of the first, from 1
   * @param count at most {@link #MOST}
   */
  public List<Movement> lines(String slug, long from, int count) {
    return sql.list(
        LINE + " where event_id = ? and place >= ? and place < ? order by place",
        Inventory::movement,
        events.bySlug(slug).id(),
        from,
        from + Math.max(0, Math.min(count, MOST)));
  }

  /**
   * The lines of one buyer.
   *
   * @param code of her reservation or order, which nobody else knows
   */
  public List<Movement> ofCode(String slug, String code) {
    long event = events.bySlug(slug).id();
    String reservation =
        sql.first(
                "select r.code from encore.ticket_order o join encore.ticket_reservation r"
                    + " on r.id = o.reservation_id where o.code = ? and o.event_id = ?",
                row -> row.getString(1),
                code,
                event)
            .orElse(code);
    return sql.list(
        LINE + " where event_id = ? and subject = ? order by place",
        Inventory::movement,
        event,
        Movement.blinded(reservation));
  }

  private static Movement movement(ResultSet row) throws SQLException {
    return new Movement(
        row.getLong("place"),
        row.getString("type_code"),
        MovementKind.valueOf(row.getString("kind")),
        row.getInt("quantity"),
        row.getString("subject"),
        row.getInt("capacity"),
        row.getInt("free"),
        row.getInt("held"),
        row.getInt("sold"),
        Sql.instant(row, "recorded_at"),
        row.getString("hash"));
  }
}
