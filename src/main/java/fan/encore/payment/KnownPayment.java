package fan.encore.payment;

import fan.encore.payment.CheckoutFacts.Reported;
import fan.encore.shared.Money;

/**
 * Our side of a payment, and the rule by which facts change it.
 *
 * @param providerId the checkout's id, or null while we do not know it
 */
public record KnownPayment(
    String code,
    String provider,
    String providerId,
    String purpose,
    String subject,
    long accountId,
    PaymentStatus status,
    Money amount) {

  /** The state after the facts; the present one if they tell nothing new. */
  public PaymentStatus after(CheckoutFacts facts) {
    PaymentStatus next = matches(facts) ? facts.status().outcome() : PaymentStatus.MISMATCH;
    return status.canBecome(next) ? next : status;
  }

  /** Whether provider, checkout, reference, amount, currency and fee agree with what we asked. */
  public boolean matches(CheckoutFacts facts) {
    return provider.equals(facts.provider())
        && (providerId == null || providerId.equals(facts.checkoutId()))
        && code.equals(facts.reference())
        && amount.minor() == facts.amountMinor()
        && amount.currency().equals(facts.currency())
        && (facts.status() != Reported.PAID || feeFits(facts.feeMinor()));
  }

  private boolean feeFits(long feeMinor) {
    return feeMinor >= 0 && feeMinor <= amount.minor();
  }
}
