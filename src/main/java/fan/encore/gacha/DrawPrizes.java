package fan.encore.gacha;

import fan.encore.shared.Codes;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * A fan's wish for prizes.
 *
 * @param count how many; the banner says which counts it offers
 * @param free true for the free draw of the day
 * @param chosen code of the item that she takes for her points, or null to let chance decide
 * @param clientSeed 1 to 64 visible ASCII characters chosen on the fan's side and recorded with the
 *     draw; ASCII only, because look-alike characters could not be told apart later
 * @param idempotencyKey the same key always means the same draw
 */
public record DrawPrizes(
    @NotBlank String bannerCode,
    int count,
    boolean free,
    @Size(max = 80) String chosen,
    @NotNull @Pattern(regexp = "[!-~]{1,64}", message = "gacha.client_seed_form") String clientSeed,
    @NotBlank @Size(max = 200) String idempotencyKey) {

  /** A wish that diamonds pay for. */
  public DrawPrizes(String bannerCode, int count, String clientSeed, String idempotencyKey) {
    this(bannerCode, count, false, null, clientSeed, idempotencyKey);
  }

  /** The free draw of the day. */
  public static DrawPrizes forNothing(String bannerCode, String clientSeed, String key) {
    return new DrawPrizes(bannerCode, 1, true, null, clientSeed, key);
  }

  /** An item for points; no luck is involved, so the seed does not matter. */
  public static DrawPrizes forPoints(String bannerCode, String item, String key) {
    return new DrawPrizes(bannerCode, 1, false, item, "-", key);
  }

  /** Fingerprint of what makes two requests the same. */
  String hash() {
    return Codes.sha256(
        bannerCode
            + "\n"
            + count
            + "\n"
            + free
            + "\n"
            + (chosen == null ? "" : chosen)
            + "\n"
            + clientSeed);
  }
}
