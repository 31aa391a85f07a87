package fan.encore.payment;

import java.time.Instant;
import java.util.Locale;

/**
 * What a provider says about a checkout, verified: fetched from it or signed by it.
 *
 * @param checkoutId the provider's id
 * @param reference our payment's code, as the provider repeats it
 * @param amountMinor minor units
 * @param feeMinor what the provider keeps, in the same currency
 * @param chargeId the provider's id of the charge, or null when unpaid
 * @param paidAt or null when unpaid
 */
public record CheckoutFacts(
    String provider,
    String checkoutId,
    String reference,
    Reported status,
    long amountMinor,
    String currency,
    long feeMinor,
    String chargeId,
    Instant paidAt) {

  /** The provider's states in our words. */
  public enum Reported {
    OPEN(PaymentStatus.OPEN),
    PAID(PaymentStatus.CAPTURED),
    DECLINED(PaymentStatus.DECLINED),
    EXPIRED(PaymentStatus.EXPIRED);

    private final PaymentStatus outcome;

    Reported(PaymentStatus outcome) {
      this.outcome = outcome;
    }

    public PaymentStatus outcome() {
      return outcome;
    }

    /**
     * @throws IllegalArgumentException if the provider has a state that we do not know
     */
    public static Reported of(String text) {
      return valueOf(text.toUpperCase(Locale.ROOT));
    }
  }
}
