package fan.encore.collection;

import java.time.Instant;

/**
 * A gift as one of its two fans sees it.
 *
 * @param mine whether the reader is the giver
 * @param other what the other fan calls herself
 * @param answeredAt null while it waits
 */
public record GiftRow(
    String code,
    Item item,
    boolean mine,
    String other,
    GiftStatus status,
    Instant offeredAt,
    Instant expiresAt,
    Instant answeredAt) {

  /** Whether it still waits for an answer. */
  public boolean open(Instant now) {
    return status == GiftStatus.OFFERED && now.isBefore(expiresAt);
  }
}
