package fan.encore.order;

import fan.encore.account.Roles;
import fan.encore.event.EventCalledOff;
import fan.encore.event.EventDetail;
import fan.encore.event.StudioEvents;
import fan.encore.event.TeamPermission;
import fan.encore.shared.Errors;
import fan.encore.shared.Sql;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Pays orders back when their event was called off or moved. Which ones is written with the change
 * itself; each X Work that stops in the middle goes on where it was, on any node; an order that was
 * paid while the event was being called off is found a minute later.
 */
@Stateless
@RolesAllowed(Roles.SYSTEM)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class EventRefunds {

  /** Why an order goes back; the word is stored. */
  static final String CANCELLED = "EVENT_CANCELLED";

  /** A fan does not want to come at the new date. */
  static final String POSTPONED = "EVENT_POSTPONED";

  private static final Logger LOG = Logger.getLogger(EventRefunds.class.getName());
  private static final int LONGEST_PROBLEM = 300;
  private static final Duration LOOKED_AFTER = Duration.ofDays(400);

  private record Due(long order, String code, String reason, int attempts) {}

  @Inject private Sql sql;
  @Inject private Clock clock;
  @Inject private EventRefundBook book;
  @Inject private StudioEvents studio;

  /** The event was called off: all that is paid goes back. */
  @PermitAll
  @TransactionAttribute(TransactionAttributeType.REQUIRED)
  public void onCalledOff(@Observes EventCalledOff off) {
    sql.update(
        "insert into encore.event_refund (order_id, event_id, reason, listed_at, due_at)"
            + " select id, event_id, ?, ?, ? from encore.ticket_order"
            + " where event_id = ? and status = 'PAID' on conflict do nothing",
        CANCELLED,
        clock.instant(),
        clock.instant(),
        off.eventId());
  }

  /**
   * Lists what was paid after its event had been called off.
   *
   * @return how many orders were found
   */
  @TransactionAttribute(TransactionAttributeType.REQUIRED)
  public int listLate() {
    Instant now = clock.instant();
    return sql.update(
        "insert into encore.event_refund (order_id, event_id, reason, listed_at, due_at)"
            + " select o.id, o.event_id, ?, ?, ? from encore.live_event e"
            + " join encore.ticket_order o on o.event_id = e.id and o.status = 'PAID'"
            + " where e.status = 'CANCELLED' and e.cancelled_at > ? on conflict do nothing",
        CANCELLED,
        now,
        now,
        now.minus(LOOKED_AFTER));
  }

  /**
   * Gives orders back that are due; one that fails comes again, later and later.
   *
   * @param limit most orders of one call
   * @return how many were tried; as many as the limit means that there may be more
   */
  public int giveDue(int limit) {
    List<Due> due = take(limit);
    for (Due one : due) {
      try {
        book.give(one.code(), one.reason());
      } catch (RuntimeException failed) {
        remember(one, failed);
      }
    }
    return due.size();
  }

  /**
   * A fan gives her order back because its event was moved.
   *
   * @throws OrderNotFound if there is none, or it is somebody else's
   * @throws NoRefundRight if the event was not moved, she bought afterwards, or the time is over
   */
  @RolesAllowed({Roles.FAN, Roles.GUEST})
  @TransactionAttribute(TransactionAttributeType.REQUIRED)
  public void giveUp(long accountId, String orderCode) {
    Instant now = clock.instant();
    boolean right =
        sql.first(
                "select o.status = 'PAID' and e.status = 'POSTPONED'"
                    + " and coalesce(o.paid_at < e.postponed_at and e.refund_until > ?, false)"
                    + " from encore.ticket_order o join encore.live_event e on e.id = o.event_id"
                    + " where o.code = ? and o.account_id = ?",
                row -> row.getBoolean(1),
                now,
                orderCode,
                accountId)
            .orElseThrow(OrderNotFound::new);
    if (!right) {
      throw new NoRefundRight();
    }
    sql.update(
        "insert into encore.event_refund (order_id, event_id, reason, listed_at, due_at)"
            + " select id, event_id, ?, ?, ? from encore.ticket_order where code = ?"
            + " on conflict do nothing",
        POSTPONED,
        now,
        now,
        orderCode);
  }

  /**
   * How far paying back is, for the event's organizer.
   *
   * @throws fan.encore.event.EventNotFound if there is none, or it is somebody else's
   */
  @RolesAllowed({Roles.ORGANIZER, Roles.ADMIN})
  public RefundProgress progress(long accountId, String slug) {
    EventDetail event =
        studio.detail(
            accountId, slug, TeamPermission.EDIT, TeamPermission.ORDERS, TeamPermission.REFUNDS);
    return sql.first(
            "select count(*) as orders, count(*) filter (where o.status = 'REFUNDED') as given,"
                + " count(*) filter (where r.asked_at is null and r.problem is not null) as troubled,"
                + " (select count(*) from encore.holder_letter l join encore.event_change c"
                + " on c.id = l.change_id where c.event_id = ?) as letters,"
                + " (select count(l.told_at) from encore.holder_letter l join encore.event_change c"
                + " on c.id = l.change_id where c.event_id = ?) as told"
                + " from encore.event_refund r join encore.ticket_order o on o.id = r.order_id"
                + " where r.event_id = ?",
            row ->
                new RefundProgress(
                    row.getLong("orders"),
                    row.getLong("given"),
                    row.getLong("troubled"),
                    row.getLong("letters"),
                    row.getLong("told")),
            event.id(),
            event.id(),
            event.id())
        .orElseThrow();
  }

  private List<Due> take(int limit) {
    Instant now = clock.instant();
    return sql.list(
        "update encore.event_refund r set attempts = r.attempts + 1, due_at = ?"
            + " from encore.ticket_order o where o.id = r.order_id and r.order_id in"
            + " (select order_id from encore.event_refund where asked_at is null and due_at <= ?"
            + " order by due_at, order_id limit ? for update skip locked)"
            + " returning r.order_id, o.code, r.reason, r.attempts",
        row -> new Due(row.getLong(1), row.getString(2), row.getString(3), row.getInt(4)),
        now.plus(Duration.ofMinutes(1)),
        now,
        limit);
  }

  private void remember(Due due, RuntimeException failed) {
    LOG.log(Level.WARNING, failed, () -> "Order " + due.code() + " was not given back yet");
    String problem = Errors.leaf(failed).toString();
    sql.update(
        "update encore.event_refund set problem = ?, due_at = ? where order_id = ?",
        problem.substring(0, Math.min(LONGEST_PROBLEM, problem.length())),
        clock.instant().plusSeconds(Math.min(3600, 5L << Math.min(10, due.attempts()))),
        due.order());
  }
}
