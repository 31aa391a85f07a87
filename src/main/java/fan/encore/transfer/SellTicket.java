package fan.encore.transfer;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;

/**
 * Sell a ticket on.
 *
 * @param ticket code of a ticket that the fan bought
 * @param priceMinor in minor units of the order's currency
 * @param key idempotency key
 */
public record SellTicket(
    @NotBlank @Size(max = 20) String ticket,
    @Positive(message = "resale.price_missing") long priceMinor,
    @NotBlank @Size(max = 200) String key) {

  /** The request in one canonical text, for its hash. */
  String canonical() {
    return ticket + "\n" + priceMinor;
  }
}
