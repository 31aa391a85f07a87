package fan.encore.seat;

import fan.encore.event.EventCopied;
import fan.encore.shared.Sql;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/**
 * Gives the copy of an event the seats that the event has, as its map was then: the same types for
 * its categories, the same seats blocked, all others free.
 */
@Stateless
@PermitAll
public class CopiedSeats {

  @Inject private Sql sql;

  public void copy(@Observes EventCopied copied) {
    int seated =
        sql.update(
            "insert into encore.event_seating"
                + " (event_id, seat_map_id, map_version, document, seats, chosen_at)"
                + " select c.id, s.seat_map_id, s.map_version, s.document, s.seats, c.created_at"
                + " from encore.event_seating s, encore.live_event c where s.event_id = ? and c.id = ?",
            copied.fromEventId(),
            copied.toEventId());
    if (seated == 0) {
      return;
    }
    insert(
        "event_seat_category (event_id, category, ticket_type_id)",
        "x.category, n.id",
        "event_seat_category",
        copied);
    insert(
        "seat (event_id, place, label, block_name, row_name, number, line, position, lean,"
            + " ordinary, blocked, ticket_type_id)",
        "x.place, x.label, x.block_name, x.row_name, x.number, x.line, x.position, x.lean,"
            + " x.ordinary, x.blocked, n.id",
        "seat",
        copied);
  }

  /** Rows of a table for the copy, each with the copy's type of the same code. */
  private void insert(String into, String values, String table, EventCopied copied) {
    sql.update(
        "insert into encore."
            + into
            + " select n.event_id, "
            + values
            + " from encore."
            + table
            + " x join encore.ticket_type o on o.id = x.ticket_type_id"
            + " join encore.ticket_type n on n.code = o.code"
            + " where x.event_id = ? and n.event_id = ?",
        copied.fromEventId(),
        copied.toEventId());
  }
}
