package fan.encore.finance;

import java.io.Serializable;
import java.time.Instant;

/**
 * A captured payment or a completed refund as our books have it.
 *
 * @param id number of the payment or refund, for reading on from here
 * @param payment code of the payment
 * @param purpose what was paid for, such as {@code DIAMONDS}
 * @param accountId who paid
 * @param minor minor units; negative for a refund
 * @param feeMinor what the ledger booked as the provider's fee
 * @param at when it was paid or given back
 */
public record Ours(
    long id,
    String provider,
    Kind kind,
    String payment,
    String purpose,
    long accountId,
    String currency,
    long minor,
    long feeMinor,
    Instant at)
    implements Serializable {

  /** Which way the money goes. */
  public enum Kind {
    CHARGE,
    REFUND,
    /** Anything else that a provider may settle: disputes, adjustments, its own fees. */
    OTHER
  }
}
