package fan.encore.messaging;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A claimed message, as its worker sees it.
 *
 * @param attempt number of this attempt, from 1
 * @param triesLeft how many attempts may follow this one
 * @param round 0, and one more for each time that an administrator sent it again after delivery
 */
public record OutboxRow(
    long id,
    String queue,
    String kind,
    String dedupKey,
    String recipient,
    Locale locale,
    Map<String, String> values,
    List<String> attachmentKeys,
    long aboutAccountId,
    int attempt,
    int triesLeft,
    int round) {}
