package fan.encore.payment;

import fan.encore.shared.Money;
import java.io.Serializable;
import java.time.Instant;

/**
 * A payment as its buyer sees it.
 *
 * @param returnPath page of ours with what was bought
 * @param redirectUrl the provider's page while the payment is open, else null
 */
public record PaymentView(
    String code,
    String purpose,
    String subject,
    PaymentStatus status,
    Fulfilment fulfilment,
    Money amount,
    String description,
    String returnPath,
    String redirectUrl,
    Instant createdAt)
    implements Serializable {

  /** True when the buyer has what she paid for, or never will. */
  public boolean settled() {
    return status != PaymentStatus.OPEN && fulfilment != Fulfilment.PENDING;
  }
}
