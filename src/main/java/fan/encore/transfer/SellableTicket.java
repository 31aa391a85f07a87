package fan.encore.transfer;

import fan.encore.shared.Money;
import java.time.Instant;

/**
 * What its owner may ask for a ticket.
 *
 * @param most what she paid for it in money, its service fee included; zero when there is nothing
 *     to give back, such as when somebody else paid for it
 * @param open whether the organizer allows it now
 * @param usable neither used nor cancelled
 * @param closesAt until when it can be sold
 * @param offer the open offer, or null
 */
public record SellableTicket(
    Money most, int feePerMille, boolean open, boolean usable, Instant closesAt, ResaleRow offer) {

  /** Whether it may be offered now. */
  public boolean sellable(Instant now) {
    return open && usable && offer == null && most.isPositive() && now.isBefore(closesAt);
  }

  /** What the organizer would keep of a price. */
  public Money fee(Money price) {
    return price.perMille(feePerMille);
  }
}
