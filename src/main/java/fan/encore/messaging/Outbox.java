package fan.encore.messaging;

import static fan.encore.shared.Jsons.JSON;

import fan.encore.shared.Sql;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonObjectBuilder;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

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
    putAll(List.of(message));
  }

  /** Many at once, each as by {@link #put}. */
  public void putAll(List<Outgoing> messages) {
    Instant now = clock.instant();
    List<String> written =
        sql.list(
            "insert into encore.outbox_message (queue, kind, dedup_key, recipient, locale,"
                + " placeholders, attachment_keys, about_account_id, created_at, due_at)"
                + " select m.queue, m.kind, m.dedup_key, m.recipient, m.locale, m.texts::jsonb,"
                + " string_to_array(m.files, E'\\n'), nullif(m.account, 0), ?, ?"
                + " from unnest(?, ?, ?, ?, ?, ?, ?, ?) as m (queue, kind, dedup_key, recipient,"
                + " locale, texts, files, account)"
                + " on conflict (queue, dedup_key) do nothing returning queue",
            row -> row.getString(1),
            now,
            now,
            texts(messages, Outgoing::queue),
            texts(messages, Outgoing::kind),
            texts(messages, Outgoing::dedupKey),
            texts(messages, Outgoing::recipient),
            texts(messages, message -> message.locale().toLanguageTag()),
            texts(messages, Outbox::values),
            texts(messages, message -> String.join("\n", message.attachmentKeys())),
            messages.stream().map(Outgoing::aboutAccountId).toArray(Long[]::new));
    Set.copyOf(written).forEach(doorbell::ringAfterCommit);
  }

  private static String values(Outgoing message) {
    JsonObjectBuilder values = JSON.createObjectBuilder();
    message.values().forEach(values::add);
    return values.build().toString();
  }

  private static String[] texts(List<Outgoing> messages, Function<Outgoing, String> column) {
    return messages.stream().map(column).toArray(String[]::new);
  }
}
