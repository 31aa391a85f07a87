package fan.encore.payment;

import fan.encore.shared.Money;
import java.io.Serializable;
import java.time.Instant;

/**
 * A payment as administrators see it.
 *
 * @param providerId the provider's checkout, or null while unknown
 * @param fee what the provider kept; zero unless captured
 * @param refunded what went back or shall go back
 * @param attempts failed attempts of the fulfilment or, while one is wanted, of the refund
 * @param lastError why the last attempt failed, or null
 * @param refund REQUESTED, SUCCEEDED, FAILED of the refund that is not done, else of the last one,
 *     or null when no refund is wanted
 * @param paidAt or null when unpaid
 */
public record PaymentRow(
    long id,
    String code,
    long accountId,
    String provider,
    String providerId,
    String purpose,
    String subject,
    Money amount,
    Money fee,
    Money refunded,
    PaymentStatus status,
    Fulfilment fulfilment,
    int attempts,
    String lastError,
    String refund,
    Instant createdAt,
    Instant paidAt)
    implements Serializable {

  /** True when the money could be given back now. */
  public boolean refundable() {
    return status == PaymentStatus.CAPTURED
        && (refunded.minor() < amount.minor() || "FAILED".equals(refund));
  }

  /** True when telling the features failed at least once and they still do not know. */
  public boolean retryable() {
    return fulfilment == Fulfilment.FAILED || fulfilment == Fulfilment.PENDING;
  }
}
