package fan.encore.local.sim;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.time.Instant;

/** JSON with one provider for the whole process: looking it up for every object is slow. */
final class JsonText {

  private static final JsonProvider PROVIDER = JsonProvider.provider();

  private JsonText() {}

  static JsonObjectBuilder object() {
    return PROVIDER.createObjectBuilder();
  }

  static JsonArrayBuilder array() {
    return PROVIDER.createArrayBuilder();
  }

  /**
   * @throws jakarta.json.JsonException if the text is not one JSON object
   */
  static JsonObject parse(String text) {
    try (JsonReader reader = PROVIDER.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }

  /** Adds a member only when there is a value: readers need not tell null from absent. */
  static void put(JsonObjectBuilder builder, String name, Object value) {
    if (value != null) {
      builder.add(name, value.toString());
    }
  }

  /** A string member, or null. */
  static String text(JsonObject object, String name) {
    return object.getString(name, null);
  }

  /** An ISO 8601 instant, or null. */
  static Instant instant(JsonObject object, String name) {
    String text = object.getString(name, null);
    return text == null ? null : Instant.parse(text);
  }

  /**
   * A whole number.
   *
   * @throws ArithmeticException if it has decimals or does not fit a long
   * @throws NullPointerException if it is absent
   */
  static long whole(JsonObject object, String name) {
    return object.getJsonNumber(name).longValueExact();
  }
}
