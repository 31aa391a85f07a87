package fan.encore.local.sim;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.Locale;

/**
 * A payment that a person approves or declines on the hosted page.
 *
 * @param amount minor units of the currency, above 0
 * @param currency upper-case ISO 4217 code
 * @param customerEmail null if the shop did not give it
 * @param paidAt null until paid
 * @param fee minor units that the provider keeps, 0 until paid
 * @param chargeId null until paid
 */
record Checkout(
    String id,
    String reference,
    long amount,
    String currency,
    String description,
    String customerEmail,
    String returnUrl,
    String webhookUrl,
    Instant createdAt,
    Instant expiresAt,
    Status status,
    Instant paidAt,
    long fee,
    String chargeId) {

  /** Only an open checkout changes; the other three are final. */
  enum Status {
    OPEN,
    PAID,
    DECLINED,
    EXPIRED;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  boolean open() {
    return status == Status.OPEN;
  }

  boolean overdue(Instant now) {
    return open() && !now.isBefore(expiresAt);
  }

  Checkout paid(Instant at) {
    return closed(Status.PAID, at, feeOf(amount), Ids.of("ch"));
  }

  Checkout declined() {
    return closed(Status.DECLINED, null, 0, null);
  }

  Checkout expired() {
    return closed(Status.EXPIRED, null, 0, null);
  }

  /** 3.6 %, rounded half up to a whole minor unit: the price list of cards in Japan. */
  static long feeOf(long amount) {
    return Math.addExact(Math.multiplyExact(amount, 36L), 500L) / 1000L;
  }

  private Checkout closed(Status status, Instant paidAt, long fee, String chargeId) {
    return new Checkout(
        id,
        reference,
        amount,
        currency,
        description,
        customerEmail,
        returnUrl,
        webhookUrl,
        createdAt,
        expiresAt,
        status,
        paidAt,
        fee,
        chargeId);
  }

  /** The same document for the API, the webhook and the journal; absent means null. */
  JsonObjectBuilder document() {
    JsonObjectBuilder json = JsonText.object().add("id", id).add("object", "checkout");
    json.add("status", status.word()).add("reference", reference);
    json.add("amount", amount).add("currency", currency).add("fee", fee);
    JsonText.put(json, "description", description);
    JsonText.put(json, "customerEmail", customerEmail);
    JsonText.put(json, "returnUrl", returnUrl);
    JsonText.put(json, "webhookUrl", webhookUrl);
    JsonText.put(json, "createdAt", createdAt);
    JsonText.put(json, "expiresAt", expiresAt);
    JsonText.put(json, "paidAt", paidAt);
    JsonText.put(json, "chargeId", chargeId);
    return json;
  }

  static Checkout of(JsonObject json) {
    return new Checkout(
        JsonText.text(json, "id"),
        JsonText.text(json, "reference"),
        JsonText.whole(json, "amount"),
        JsonText.text(json, "currency"),
        JsonText.text(json, "description"),
        JsonText.text(json, "customerEmail"),
        JsonText.text(json, "returnUrl"),
        JsonText.text(json, "webhookUrl"),
        JsonText.instant(json, "createdAt"),
        JsonText.instant(json, "expiresAt"),
        Status.valueOf(JsonText.text(json, "status").toUpperCase(Locale.ROOT)),
        JsonText.instant(json, "paidAt"),
        JsonText.whole(json, "fee"),
        JsonText.text(json, "chargeId"));
  }
}
