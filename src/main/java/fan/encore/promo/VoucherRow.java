package fan.encore.promo;

import fan.encore.shared.Money;
import java.time.Instant;

/**
 * A fan's voucher.
 *
 * @param name what it was redeemed as
 * @param orderCode the order that it paid for, or null
 */
public record VoucherRow(
    String code, String name, Money amount, Instant expiresAt, String orderCode) {

  /** Whether it can still pay. */
  public boolean usable(Instant now) {
    return orderCode == null && now.isBefore(expiresAt);
  }
}
