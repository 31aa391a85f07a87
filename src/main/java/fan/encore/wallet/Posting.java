package fan.encore.wallet;

import java.util.List;
import java.util.Objects;

/**
 * A transaction to be posted: all of its transfers or none.
 *
 * @param kind what happened, lower case with dots, such as {@code payment.capture}
 * @param key unique for all time: the same key with the same content is posted once; 1 to 200
 *     characters
 * @param reference code of the thing it is about, such as the payment's, for people and reports
 * @param transfers at least one
 * @param lotsOf diamonds or medals that leave a fan's purse are those that this transaction issued,
 *     expired or not; null takes them in the order of spending
 */
public record Posting(
    String kind, String key, String reference, List<Transfer> transfers, Long lotsOf) {

  /**
   * @throws IllegalArgumentException if there is no transfer
   */
  public Posting {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(reference, "reference");
    transfers = List.copyOf(transfers);
    if (transfers.isEmpty()) {
      throw new IllegalArgumentException("A transaction needs at least one transfer");
    }
  }

  /** A posting that takes lots in the order of spending. */
  public Posting(String kind, String key, String reference, List<Transfer> transfers) {
    this(kind, key, reference, transfers, null);
  }

  /** A posting with the given transfers. */
  public static Posting of(String kind, String key, String reference, Transfer... transfers) {
    return new Posting(kind, key, reference, List.of(transfers));
  }
}
