package fan.encore.local.sim;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;

/**
 * Money given back to the payer, all of a checkout or a part. The fee of the charge is kept by the
 * provider and the refund itself costs nothing ({@code fee} 0), as at Stripe
 * (https://docs.stripe.com/refunds: "fees from the original charge aren't returned").
 *
 * @param checkout the id of the paid checkout
 * @param amount minor units, above 0
 */
record Refund(
    String id,
    String checkout,
    String reference,
    long amount,
    String currency,
    String chargeId,
    Instant createdAt) {

  /** The same document for the API, the webhook and the journal. */
  JsonObjectBuilder document() {
    JsonObjectBuilder json = JsonText.object().add("id", id).add("object", "refund");
    json.add("status", "succeeded").add("checkout", checkout).add("amount", amount);
    json.add("currency", currency).add("fee", 0);
    JsonText.put(json, "reference", reference);
    JsonText.put(json, "chargeId", chargeId);
    JsonText.put(json, "createdAt", createdAt);
    return json;
  }

  static Refund of(JsonObject json) {
    return new Refund(
        JsonText.text(json, "id"),
        JsonText.text(json, "checkout"),
        JsonText.text(json, "reference"),
        JsonText.whole(json, "amount"),
        JsonText.text(json, "currency"),
        JsonText.text(json, "chargeId"),
        JsonText.instant(json, "createdAt"));
  }
}
