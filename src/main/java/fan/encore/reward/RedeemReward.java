package fan.encore.reward;

import fan.encore.collection.PostalAddress;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * Redeem pieces of a reward.
 *
 * @param address where to, for what is sent by post; else null
 */
public record RedeemReward(
    @NotBlank String code,
    @Min(1) @Max(1000) int quantity,
    @NotBlank @Size(max = 200) String idempotencyKey,
    @Valid PostalAddress address) {

  /** The request in one canonical text, for its hash; the address may be corrected. */
  String canonical() {
    return code + "\n" + quantity;
  }
}
