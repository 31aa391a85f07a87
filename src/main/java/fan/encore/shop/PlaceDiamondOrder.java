package fan.encore.shop;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * Buy a pack of diamonds.
 *
 * @param packCode which pack
 * @param currency what to pay in, or null for {@link DiamondPacks#DEFAULT_CURRENCY}
 * @param idempotencyKey chosen by the caller; the same key with the same wish gets the same order
 */
public record PlaceDiamondOrder(
    @NotBlank @Size(max = 100) String packCode,
    @Pattern(regexp = "[A-Z]{3}") String currency,
    @NotBlank @Size(max = 200) String idempotencyKey) {

  /** An order in the default currency. */
  public PlaceDiamondOrder(String packCode, String idempotencyKey) {
    this(packCode, null, idempotencyKey);
  }

  String currencyOrDefault() {
    return currency == null ? DiamondPacks.DEFAULT_CURRENCY : currency;
  }
}
