package fan.encore.wallet;

import static fan.encore.shared.Jsons.JSON;

import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.Objects;

/**
 * Where diamonds or medals that come into a fan's purse are from, and until when they may be spent.
 *
 * @param source what they are for, such as {@code shop.diamonds}
 * @param channel {@code WEB}, {@code IOS} or {@code ANDROID}; what is bought in an app for IOS may
 *     not expire (Apple, App Review Guidelines 3.1.1)
 * @param priceMinor what was paid for all of them, in minor units; null for what was given
 * @param currency of the price, or null
 * @param valueYen what all of them cost in yen by our list, whatever currency was paid; 0 for what
 *     was given
 * @param expiresAt from then on they can't be spent; null means never
 */
public record LotTerms(
    String source,
    String channel,
    Long priceMinor,
    String currency,
    long valueYen,
    Instant expiresAt) {

  /** The channel of a browser. */
  public static final String WEB = "WEB";

  /** The channel of Apple's devices. */
  public static final String IOS = "IOS";

  /**
   * @throws NullPointerException if source or channel are missing
   */
  public LotTerms {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(channel, "channel");
  }

  /** Given for nothing, on the web. */
  public static LotTerms given(String source, Instant expiresAt) {
    return new LotTerms(source, WEB, null, null, 0, expiresAt);
  }

  JsonObjectBuilder json() {
    JsonObjectBuilder json =
        JSON.createObjectBuilder()
            .add("source", source)
            .add("channel", channel)
            .add("value", valueYen);
    if (priceMinor != null) {
      json.add("price", priceMinor).add("currency", currency);
    }
    if (expiresAt != null) {
      json.add("expires", expiresAt.toString());
    }
    return json;
  }
}
