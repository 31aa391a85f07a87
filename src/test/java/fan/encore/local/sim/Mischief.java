package fan.encore.local.sim;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;

/**
 * What goes wrong with webhooks until somebody asks for something else; all of it happens with real
 * providers ("at least once, unordered": https://docs.stripe.com/webhooks#event-ordering).
 *
 * @param drop number of coming events that are never delivered; -1 loses all
 * @param duplicate further deliveries of each event, even after a 2xx answer
 * @param delayMs wait before the first delivery
 * @param reorder collect the events of 0.3 seconds and send the newest first
 */
record Mischief(int drop, int duplicate, long delayMs, boolean reorder) {

  static final Mischief NONE = new Mischief(0, 0, 0, false);

  static Mischief of(JsonObject json) {
    return new Mischief(
        number(json, "drop", -1),
        number(json, "duplicate", 1),
        json.getInt("delayMs", 0),
        json.getBoolean("reorder", false));
  }

  /** {@code true} stands for the given number, {@code false} and absent for 0. */
  private static int number(JsonObject json, String name, int whenTrue) {
    return json.get(name) == JsonValue.TRUE ? whenTrue : json.getInt(name, 0);
  }

  boolean drops() {
    return drop != 0;
  }

  Mischief dropped() {
    return drop > 0 ? new Mischief(drop - 1, duplicate, delayMs, reorder) : this;
  }

  JsonObjectBuilder document() {
    JsonObjectBuilder json = JsonText.object().add("drop", drop).add("duplicate", duplicate);
    return json.add("delayMs", delayMs).add("reorder", reorder);
  }
}
