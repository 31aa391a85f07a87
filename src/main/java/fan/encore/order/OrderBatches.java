package fan.encore.order;

import fan.encore.account.Roles;
import fan.encore.audit.Audited;
import fan.encore.event.EventDetail;
import fan.encore.event.StudioEvents;
import fan.encore.event.TeamPermission;
import fan.encore.shared.Codes;
import fan.encore.shared.Errors;
import fan.encore.shared.Sql;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.List;

/**
 * Does one thing to all paid orders of an event. Each order is a transaction of its own with a key
 * of its own, so that a batch that was cut off goes on where it stopped and does nothing twice.
 */
@Stateless
@RolesAllowed({Roles.ORGANIZER, Roles.ADMIN})
public class OrderBatches {

  private static final int AT_ONCE = 25;

  @Inject private Sql sql;
  @Inject private Clock clock;
  @Inject private StudioEvents studio;
  @Inject private BatchStep step;

  /**
   * Begins; a worker does it.
   *
   * @return its code; the same one for the same key
   * @throws fan.encore.event.EventNotFound if there is no such event, or it is somebody else's
   */
  @Audited("order.batch")
  public String start(long accountId, @Audited.Subject String slug, @Valid StartBatch wanted) {
    TeamPermission needed =
        wanted.kind() == StartBatch.BatchKind.REFUND
            ? TeamPermission.REFUNDS
            : TeamPermission.ORDERS;
    EventDetail event = studio.detail(accountId, slug, needed);
    return begin(accountId, event.id(), wanted);
  }

  /** As {@link #start}, by the house: the consequences of what happens to an event. */
  @PermitAll
  public String begin(long accountId, long eventId, @Valid StartBatch wanted) {
    sql.update(
        "insert into encore.order_batch (code, event_id, account_id, kind, keep_fees, even_if_used,"
            + " subject, body, call_key, total, until_order_id, created_at)"
            + " select ?, ?, ?, ?, ?, ?, ?, ?, ?, count(*), coalesce(max(id), 0), ?"
            + " from encore.ticket_order where event_id = ? and status = 'PAID'"
            + " on conflict (account_id, call_key) do nothing",
        Codes.random("B-", 12),
        eventId,
        accountId,
        wanted.kind(),
        wanted.keepFees(),
        wanted.evenIfUsed(),
        wanted.subject(),
        wanted.body().strip(),
        wanted.key(),
        clock.instant(),
        eventId);
    return sql.first(
            "select code from encore.order_batch where account_id = ? and call_key = ?",
            row -> row.getString(1),
            accountId,
            wanted.key())
        .orElseThrow();
  }

  /** What was begun for one's own event, the latest first. */
  public List<OrderBatch> of(long accountId, String slug) {
    return sql.list(
        "select * from encore.order_batch where event_id = ? order by id desc limit 50",
        row ->
            new OrderBatch(
                row.getString("code"),
                row.getString("kind"),
                row.getString("subject"),
                row.getString("body"),
                row.getInt("total"),
                row.getInt("done"),
                row.getInt("failed"),
                Sql.instant(row, "created_at"),
                Sql.instant(row, "finished_at")),
        studio.detail(accountId, slug, TeamPermission.ORDERS, TeamPermission.REFUNDS).id());
  }

  /**
   * Does the next orders of one batch that nobody else works on.
   *
   * @return how many; 0 when there is nothing to do
   */
  @RolesAllowed(Roles.SYSTEM)
  public int work() {
    return sql.first(
            "select * from encore.order_batch where status = 'RUNNING' order by id limit 1"
                + " for update skip locked",
            row ->
                new Work(
                    row.getLong("id"),
                    row.getString("code"),
                    row.getLong("event_id"),
                    row.getLong("last_order_id"),
                    row.getLong("until_order_id"),
                    row.getInt("total") - row.getInt("done") - row.getInt("failed"),
                    new StartBatch(
                        StartBatch.BatchKind.valueOf(row.getString("kind")),
                        row.getBoolean("keep_fees"),
                        row.getBoolean("even_if_used"),
                        row.getString("subject"),
                        row.getString("body"),
                        row.getString("code"))))
        .map(this::work)
        .orElse(0);
  }

  private record Work(
      long id, String code, long eventId, long last, long until, int left, StartBatch wanted) {}

  private record Next(long id, String code) {}

  private int work(Work batch) {
    List<Next> orders =
        sql.list(
            "select id, code from encore.ticket_order where event_id = ? and id > ? and id <= ?"
                + " and status = 'PAID' order by id limit ?",
            row -> new Next(row.getLong(1), row.getString(2)),
            batch.eventId(),
            batch.last(),
            batch.until(),
            AT_ONCE);
    if (orders.isEmpty()) {
      sql.update(
          "update encore.order_batch set status = 'DONE', total = done + failed, finished_at = ?"
              + " where id = ?",
          clock.instant(),
          batch.id());
      return 1;
    }
    orders.forEach(order -> attempt(batch, order));
    return orders.size();
  }

  private void attempt(Work batch, Next order) {
    String error = null;
    try {
      step.take(order.code(), batch.wanted());
    } catch (RuntimeException refused) {
      error = Errors.leaf(refused).getClass().getSimpleName();
      sql.update(
          "insert into encore.order_batch_failure (batch_id, order_id, error) values (?, ?, ?)"
              + " on conflict do nothing",
          batch.id(),
          order.id(),
          error);
    }
    sql.update(
        "update encore.order_batch set last_order_id = ?, done = done + ?, failed = failed + ?,"
            + " total = greatest(total, done + failed + 1) where id = ?",
        order.id(),
        error == null ? 1 : 0,
        error == null ? 0 : 1,
        batch.id());
  }
}
