package fan.encore.fairness;

import static fan.encore.shared.Jsons.JSON;

import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;

/**
 * The one way to write a JSON value, so that equal values have equal bytes and equal hashes: keys
 * sorted by code point, no white space, strings escaped as little as RFC 8785 allows, whole numbers
 * of 64 bits in decimal. There is no null and no fraction: a key without a value is left out, and
 * money and chances are counted in their smallest unit.
 */
public final class Canonical {

  /** Code point order, which differs from the order of UTF-16 units beyond the first plane. */
  private static final Comparator<String> BY_CODE_POINT = Canonical::compare;

  private Canonical() {}

  /**
   * @throws IllegalArgumentException if the value holds a null, a number that is not a whole one of
   *     64 bits, or half a surrogate pair
   */
  public static String write(JsonValue value) {
    StringBuilder to = new StringBuilder();
    write(to, value);
    return to.toString();
  }

  /**
   * Reads an object that {@link #write} wrote.
   *
   * @throws IllegalArgumentException if the text is no JSON object, or says the same in another way
   *     than the canonical one: it would have another hash
   */
  public static JsonObject read(String text) {
    try (JsonReader reader = JSON.createReader(new StringReader(text))) {
      JsonObject read = reader.readObject();
      if (!write(read).equals(text)) {
        throw new IllegalArgumentException("Not written canonically");
      }
      return read;
    } catch (JsonException e) {
      throw new IllegalArgumentException("Not a JSON object", e);
    }
  }

  /**
   * Appends a string with its quotes, for hot paths that write a body without building it first.
   *
   * @throws IllegalArgumentException if it holds half a surrogate pair, which UTF-8 cannot write
   */
  public static void quote(StringBuilder to, String text) {
    to.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isSurrogate(c)) {
        if (Character.isLowSurrogate(c)
            || i + 1 == text.length()
            || !Character.isLowSurrogate(text.charAt(i + 1))) {
          throw new IllegalArgumentException("Half a surrogate pair");
        }
        to.append(c).append(text.charAt(++i));
      } else {
        character(to, c);
      }
    }
    to.append('"');
  }

  private static void character(StringBuilder to, char c) {
    switch (c) {
      case '"' -> to.append("\\\"");
      case '\\' -> to.append("\\\\");
      case '\b' -> to.append("\\b");
      case '\t' -> to.append("\\t");
      case '\n' -> to.append("\\n");
      case '\f' -> to.append("\\f");
      case '\r' -> to.append("\\r");
      default -> {
        if (c < ' ') {
          to.append("\\u00").append(Character.forDigit(c >> 4, 16));
          to.append(Character.forDigit(c & 15, 16));
        } else {
          to.append(c);
        }
      }
    }
  }

  private static void write(StringBuilder to, JsonValue value) {
    switch (value.getValueType()) {
      case OBJECT -> object(to, value.asJsonObject());
      case ARRAY -> array(to, value.asJsonArray());
      case STRING -> quote(to, ((JsonString) value).getString());
      case NUMBER -> to.append(whole((JsonNumber) value));
      case TRUE -> to.append("true");
      case FALSE -> to.append("false");
      default -> throw new IllegalArgumentException("There is no null in canonical JSON");
    }
  }

  private static void object(StringBuilder to, JsonObject object) {
    to.append('{');
    List<String> keys = object.keySet().stream().sorted(BY_CODE_POINT).toList();
    for (Iterator<String> next = keys.iterator(); next.hasNext(); ) {
      String key = next.next();
      quote(to, key);
      to.append(':');
      write(to, object.get(key));
      if (next.hasNext()) {
        to.append(',');
      }
    }
    to.append('}');
  }

  private static void array(StringBuilder to, List<JsonValue> array) {
    to.append('[');
    for (Iterator<JsonValue> next = array.iterator(); next.hasNext(); ) {
      write(to, next.next());
      if (next.hasNext()) {
        to.append(',');
      }
    }
    to.append(']');
  }

  private static long whole(JsonNumber number) {
    if (!number.isIntegral()) {
      throw new IllegalArgumentException("Not a whole number: " + number);
    }
    try {
      return number.longValueExact();
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException("More than 64 bits: " + number, e);
    }
  }

  private static int compare(String left, String right) {
    int shorter = Math.min(left.length(), right.length());
    for (int i = 0; i < shorter; i++) {
      char l = left.charAt(i);
      char r = right.charAt(i);
      if (l != r) {
        boolean sameKind = Character.isSurrogate(l) == Character.isSurrogate(r);
        return sameKind ? Character.compare(l, r) : Character.isSurrogate(l) ? 1 : -1;
      }
    }
    return Integer.compare(left.length(), right.length());
  }
}
