package fan.encore.messaging;

import fan.encore.audit.Audited;
import fan.encore.shared.ListQuery;
import fan.encore.shared.Slice;
import fan.encore.shared.Sql;
import fan.encore.shared.Where;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The outbox as administrators see it: found, explained, sent again. */
@Stateless
@RolesAllowed("ADMIN")
public class Messages {

  private static final Map<String, String> SORTS =
      Map.of(
          "id", "id",
          "queue", "queue",
          "kind", "kind",
          "state", "state",
          "attempts", "attempts",
          "createdAt", "created_at",
          "dueAt", "due_at",
          "finishedAt", "finished_at");

  private static final String RESEND =
      """
      with again as (
        update encore.outbox_message
        set state = 'PENDING', tries_left = ?, due_at = ?, finished_at = null, last_problem = null,
            round = round + case when state = 'SENT' then 1 else 0 end
        where id = ? and state in ('PENDING', 'SENT', 'DEAD')
        returning id, attempts, queue
      ), noted as (
        insert into encore.outbox_attempt (message_id, number, outcome, recorded_at)
        select id, attempts, 'RESENT', ?::timestamptz from again
      )
      select queue from again
      """;

  @Inject private Sql sql;
  @Inject private Clock clock;
  @Inject private Doorbell doorbell;

  /**
   * Finds messages, newest first unless sorted otherwise.
   *
   * @param query filters {@code id}, {@code queue}, {@code kind} (its beginning), {@code state},
   *     {@code recipient} (a part of it), {@code aboutAccountId}, {@code problem} (a part of it);
   *     sorts {@code id}, {@code queue}, {@code kind}, {@code state}, {@code attempts}, {@code
   *     createdAt}, {@code dueAt}, {@code finishedAt}
   */
  public Slice<MessageRow> find(ListQuery query) {
    Where where =
        new Where()
            .equalNumber("id", query.filter("id"))
            .equal("queue", query.filter("queue"))
            .startsWith("kind", query.filter("kind"))
            .equal("state", query.filter("state"))
            .contains("recipient", query.filter("recipient"))
            .equalNumber("about_account_id", query.filter("aboutAccountId"))
            .contains("last_problem", query.filter("problem"));
    long total =
        sql.number("select count(*) from encore.outbox_message" + where.sql(), where.parameters());
    return new Slice<>(
        sql.list(
            "select id, queue, kind, recipient, about_account_id, state, attempts, created_at,"
                + " due_at, finished_at, last_problem from encore.outbox_message"
                + where.sql()
                + Where.order(query, SORTS, "id")
                + " limit ? offset ?",
            Messages::row,
            where.parameters(query.size(), query.first())),
        total);
  }

  /** What happened to the message so far, oldest first; empty when there is none. */
  public List<AttemptRow> attempts(long id) {
    return sql.list(
        "select number, outcome, recorded_at, problem from encore.outbox_attempt"
            + " where message_id = ? order by id",
        row ->
            new AttemptRow(
                row.getInt("number"),
                row.getString("outcome"),
                Sql.instant(row, "recorded_at"),
                row.getString("problem")),
        id);
  }

  /**
   * Sends a message again, now and with all its tries: one given up or waiting under its old
   * Message-ID, one that was delivered as a new one.
   *
   * @throws MessageBeingSent while a worker holds it
   * @throws MessageNotThere when there is none
   */
  @Audited("message.resend")
  public void resend(long id) {
    Instant now = clock.instant();
    String queue =
        sql.first(RESEND, row -> row.getString(1), BackOff.TRIES, now, id, now)
            .orElseThrow(() -> exists(id) ? new MessageBeingSent() : new MessageNotThere());
    doorbell.ringAfterCommit(queue);
  }

  private boolean exists(long id) {
    return sql.number("select count(*) from encore.outbox_message where id = ?", id) > 0;
  }

  private static MessageRow row(ResultSet row) throws SQLException {
    return new MessageRow(
        row.getLong("id"),
        row.getString("queue"),
        row.getString("kind"),
        Masks.recipient(row.getString("recipient")),
        row.getLong("about_account_id"),
        MessageState.valueOf(row.getString("state")),
        row.getInt("attempts"),
        Sql.instant(row, "created_at"),
        Sql.instant(row, "due_at"),
        Sql.instant(row, "finished_at"),
        row.getString("last_problem"));
  }
}
