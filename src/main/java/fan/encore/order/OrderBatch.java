package fan.encore.order;

import java.time.Instant;

/**
 * Something that is done to all paid orders of an event.
 *
 * @param kind REFUND or MAIL
 * @param subject of the mail; empty for a refund
 * @param body of the mail, or the reason of the refund
 * @param total how many orders there were at the beginning
 * @param done with how many of them it is done
 * @param failed how many of them could not be done
 * @param finishedAt null while it goes on
 */
public record OrderBatch(
    String code,
    String kind,
    String subject,
    String body,
    int total,
    int done,
    int failed,
    Instant createdAt,
    Instant finishedAt) {

  public int percent() {
    return total == 0 ? 100 : (int) ((done + failed) * 100L / total);
  }

  public boolean running() {
    return finishedAt == null;
  }
}
