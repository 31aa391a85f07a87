package fan.encore.messaging;

import static fan.encore.shared.Jsons.JSON;

import fan.encore.shared.Sql;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The short transactions around a message's work: claim it, and say how it went. Only the attempt
 * that holds the lease can finish a row.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class Claims {

  private static final Duration LEASE = Duration.ofSeconds(60);

  private static final String CLAIM = "select * from encore.claim_message(?, ?, ?)";

  private static final String FINISH =
      """
      with finished as (
        update encore.outbox_message
        set state = ?, lease_until = null, finished_at = ?::timestamptz, last_problem = ?,
            due_at = coalesce(?::timestamptz, due_at)
        where id = ? and state = 'SENDING' and attempts = ?
        returning id, attempts
      )
      insert into encore.outbox_attempt (message_id, number, outcome, recorded_at, problem)
      select id, attempts, ?::text, ?::timestamptz, ?::text from finished
      """;

  private static final String RETURN_ABANDONED =
      """
      with lost as (
        select id from encore.outbox_message
        where state = 'SENDING' and lease_until < ? for update skip locked
      ), returned as (
        update encore.outbox_message m
        set state = case when tries_left > 0 then 'PENDING' else 'DEAD' end,
            finished_at = case when tries_left > 0 then null else ?::timestamptz end,
            lease_until = null, due_at = ?, last_problem = 'The worker vanished'
        from lost where m.id = lost.id
        returning m.id, m.attempts
      )
      insert into encore.outbox_attempt (message_id, number, outcome, recorded_at, problem)
      select id, attempts, 'ABANDONED', ?::timestamptz, 'The worker vanished' from returned
      """;

  @Inject private Sql sql;
  @Inject private Clock clock;

  /** For the container. */
  public Claims() {}

  /** Outside the server. */
  Claims(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /** Takes the next due row of the queue, or nothing when there is none or others have them all. */
  public Optional<OutboxRow> claim(String queue) {
    Instant now = clock.instant();
    return sql.first(CLAIM, Claims::read, queue, now, now.plus(LEASE));
  }

  /**
   * The work is done.
   *
   * @return false when the lease was lost before and another attempt decides
   */
  public boolean sent(OutboxRow row) {
    return finish(row, MessageState.SENT, null, "SENT", null);
  }

  /** The work failed and is tried again after a while, or given up after the last try. */
  public boolean failed(OutboxRow row, String problem) {
    if (row.triesLeft() == 0) {
      return dead(row, problem);
    }
    Instant due = clock.instant().plus(BackOff.wait(row.triesLeft()));
    return finish(row, MessageState.PENDING, due, "FAILED", problem);
  }

  /** The work is hopeless. */
  public boolean dead(OutboxRow row, String problem) {
    return finish(row, MessageState.DEAD, null, "DEAD", problem);
  }

  /** Gives rows whose lease has expired back to the queue. */
  public int returnAbandoned() {
    Instant now = clock.instant();
    return sql.update(RETURN_ABANDONED, now, now, now, now);
  }

  /** Since when each queue with due rows has had one. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public Map<String, Instant> dueSince() {
    Map<String, Instant> due = new HashMap<>();
    sql.list(
            "select queue, min(due_at) as due_at from encore.outbox_message"
                + " where state = 'PENDING' and due_at <= ? group by queue",
            row -> Map.entry(row.getString("queue"), Sql.instant(row, "due_at")),
            clock.instant())
        .forEach(entry -> due.put(entry.getKey(), entry.getValue()));
    return due;
  }

  private boolean finish(
      OutboxRow row, MessageState state, Instant due, String outcome, String problem) {
    Instant now = clock.instant();
    return sql.update(
            FINISH,
            state,
            state == MessageState.PENDING ? null : now,
            problem,
            due,
            row.id(),
            row.attempt(),
            outcome,
            now,
            problem)
        > 0;
  }

  private static OutboxRow read(ResultSet row) throws SQLException {
    Array keys = row.getArray("attachment_keys");
    return new OutboxRow(
        row.getLong("id"),
        row.getString("queue"),
        row.getString("kind"),
        row.getString("dedup_key"),
        row.getString("recipient"),
        Locale.forLanguageTag(row.getString("locale")),
        values(row.getString("placeholders")),
        List.of((String[]) keys.getArray()),
        row.getLong("about_account_id"),
        row.getInt("attempts"),
        row.getInt("tries_left"),
        row.getInt("round"));
  }

  private static Map<String, String> values(String json) {
    Map<String, String> values = new HashMap<>();
    try (JsonReader reader = JSON.createReader(new StringReader(json))) {
      reader.readObject().forEach((name, value) -> values.put(name, text(value)));
    }
    return Map.copyOf(values);
  }

  private static String text(JsonValue value) {
    return ((JsonString) value).getString();
  }
}
