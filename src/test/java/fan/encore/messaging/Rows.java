package fan.encore.messaging;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Claimed messages for tests. */
final class Rows {

  private Rows() {}

  static OutboxRow mail(String kind, Map<String, String> values) {
    return row(kind, "fan@encore.example", values, 0);
  }

  static OutboxRow row(String kind, String recipient, Map<String, String> values, int round) {
    return new OutboxRow(
        7, Queues.MAIL, kind, "key", recipient, Locale.ENGLISH, values, List.of(), 3, 1, 7, round);
  }
}
