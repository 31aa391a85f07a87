package fan.encore.messaging;

import static fan.encore.shared.Jsons.JSON;

import fan.encore.shared.Sql;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonObjectBuilder;
import java.time.Clock;
import java.time.Instant;

/** Where features leave what shall go out. */
@Stateless
@PermitAll
public class Outbox {

  @Inject private Sql sql;
  @Inject private Clock clock;
  @Inject private Doorbell doorbell;

  /**
   * Writes the message in the caller's transaction; it leaves soon after the commit, and never if
   * there is none. Nothing happens when a message with its queue and deduplication key was written
   * before.
   */
  public void put(Outgoing message) {
    JsonObjectBuilder values = JSON.createObjectBuilder();
    message.values().forEach(values::add);
    Instant now = clock.instant();
    int written =
        sql.update(
            "insert into encore.outbox_message (queue, kind, dedup_key, recipient, locale,"
                + " placeholders, attachment_keys, about_account_id, created_at, due_at)"
                + " values (?, ?, ?, ?, ?, ?::jsonb, ?, nullif(?, 0), ?, ?)"
                + " on conflict (queue, dedup_key) do nothing",
            message.queue(),
            message.kind(),
            message.dedupKey(),
            message.recipient(),
            message.locale().toLanguageTag(),
            values.build().toString(),
            message.attachmentKeys().toArray(String[]::new),
            message.aboutAccountId(),
            now,
            now);
    if (written > 0) {
      doorbell.ringAfterCommit(message.queue());
    }
  }
}
