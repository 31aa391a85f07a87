package fan.encore.transfer;

import fan.encore.shared.Money;
import java.time.Instant;
import java.time.ZoneId;

/**
 * A ticket that a fan sells on.
 *
 * @param ticket its code, for its seller alone; null for others
 * @param seat its seat in words, or null
 * @param price what the buyer pays, without any further fee
 * @param fee what the organizer keeps of it
 * @param held whether somebody is paying for it at this moment
 * @param awaited whether the waiting list comes first
 * @param closesAt until when it can be sold
 * @param endedAt null while it is open
 */
public record ResaleRow(
    String code,
    String ticket,
    String eventSlug,
    String eventTitle,
    Instant startsAt,
    ZoneId zone,
    String venue,
    String type,
    String seat,
    Money price,
    Money fee,
    ResaleStatus status,
    boolean held,
    boolean awaited,
    Instant offeredAt,
    Instant closesAt,
    Instant endedAt) {

  /** What the seller gets back. */
  public Money payout() {
    return price.minus(fee);
  }

  public boolean open() {
    return status == ResaleStatus.OPEN;
  }

  /** Whether anybody can buy it now. */
  public boolean buyable(Instant now) {
    return open() && !held && !awaited && now.isBefore(closesAt);
  }
}
