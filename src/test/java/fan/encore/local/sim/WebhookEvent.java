package fan.encore.local.sim;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;

/**
 * Something that the shop must be told.
 *
 * @param checkout the checkout it is about
 * @param url where to post it
 * @param created second of the event
 * @param body the exact bytes of every delivery: only the signature differs
 */
record WebhookEvent(
    String id, String type, String checkout, String url, Instant created, String body) {

  static WebhookEvent of(String type, Checkout about, Instant now, JsonObjectBuilder data) {
    String id = Ids.of("evt");
    JsonObjectBuilder body = JsonText.object().add("id", id).add("object", "event");
    body.add("type", type).add("created", now.getEpochSecond()).add("data", data);
    return new WebhookEvent(id, type, about.id(), about.webhookUrl(), now, body.build().toString());
  }

  JsonObjectBuilder document() {
    return JsonText.object()
        .add("id", id)
        .add("type", type)
        .add("checkout", checkout)
        .add("url", url)
        .add("created", created.toString())
        .add("body", body);
  }

  static WebhookEvent of(JsonObject json) {
    return new WebhookEvent(
        JsonText.text(json, "id"),
        JsonText.text(json, "type"),
        JsonText.text(json, "checkout"),
        JsonText.text(json, "url"),
        JsonText.instant(json, "created"),
        JsonText.text(json, "body"));
  }
}
