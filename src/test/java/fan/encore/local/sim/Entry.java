package fan.encore.local.sim;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

/**
 * One change of the payment provider, one line of its journal: whatever belongs together is written
 * together, so that a crash leaves all of it or nothing.
 *
 * @param checkout the new state, or null
 * @param refund the new refund, or null
 * @param event what the shop must be told, or null
 * @param kept the answer to repeat for the same idempotency key, or null
 */
record Entry(Checkout checkout, Refund refund, WebhookEvent event, Kept kept) {

  /**
   * An answer under an idempotency key.
   *
   * @param scope operation and key
   * @param hash of the request body
   */
  record Kept(String scope, String hash, String answer) {}

  Entry keeping(Kept answer) {
    return new Entry(checkout, refund, event, answer);
  }

  JsonObject line() {
    JsonObjectBuilder line = JsonText.object();
    if (checkout != null) {
      line.add("checkout", checkout.document());
    }
    if (refund != null) {
      line.add("refund", refund.document());
    }
    if (event != null) {
      line.add("event", event.document());
    }
    if (kept != null) {
      JsonObjectBuilder answer = JsonText.object().add("scope", kept.scope);
      line.add("kept", answer.add("hash", kept.hash).add("answer", kept.answer));
    }
    return line.build();
  }

  static Entry of(JsonObject line) {
    JsonObject kept = line.getJsonObject("kept");
    return new Entry(
        line.containsKey("checkout") ? Checkout.of(line.getJsonObject("checkout")) : null,
        line.containsKey("refund") ? Refund.of(line.getJsonObject("refund")) : null,
        line.containsKey("event") ? WebhookEvent.of(line.getJsonObject("event")) : null,
        kept == null
            ? null
            : new Kept(
                JsonText.text(kept, "scope"),
                JsonText.text(kept, "hash"),
                JsonText.text(kept, "answer")));
  }
}
