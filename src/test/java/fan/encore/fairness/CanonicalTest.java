package fan.encore.fairness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalTest {

  @Test
  void keysAreSortedByCodePointAndNothingIsWasted() {
    JsonObject value =
        Json.createObjectBuilder()
            .add("b", Json.createArrayBuilder().add(1).add(true).add(false).add("x"))
            .add("a", Json.createObjectBuilder().add("z", -5).add("B", Long.MAX_VALUE))
            .add("", "")
            .build();
    String text =
        "{\"\":\"\",\"a\":{\"B\":9223372036854775807,\"z\":-5},\"b\":[1,true,false,\"x\"]}";
    assertEquals(text, Canonical.write(value));
    assertEquals(value, Canonical.read(text));
  }

  @Test
  void theFirstPlaneComesBeforeAllOthers() {
    // In UTF-16 units the key of two surrogates would come first.
    JsonObject value = Json.createObjectBuilder().add("\uD83C\uDF80", 2).add("\uFF21", 1).build();
    assertEquals("{\"\uFF21\":1,\"\uD83C\uDF80\":2}", Canonical.write(value));
  }

  @Test
  void stringsAreEscapedAsLittleAsPossible() {
    JsonValue value = Json.createValue("\u0000\b\t\n\u000b\f\r\u001f \"\\/<é花\u2028\u007f");
    assertEquals(
        "\"\\u0000\\b\\t\\n\\u000b\\f\\r\\u001f \\\"\\\\/<é花\u2028\u007f\"",
        Canonical.write(value));
  }

  @Test
  void whatHasNoSingleFormIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> Canonical.write(JsonValue.NULL));
    assertThrows(
        IllegalArgumentException.class, () -> Canonical.write(Json.createValue(0.5)), "fraction");
    assertThrows(
        IllegalArgumentException.class,
        () -> Canonical.write(Json.createValue(java.math.BigInteger.TWO.pow(63))));
    for (String half : new String[] {"\uD83C", "\uDF80", "\uD83Cx", "\uDF80\uD83C"}) {
      assertThrows(
          IllegalArgumentException.class, () -> Canonical.quote(new StringBuilder(), half));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"b\":1,\"a\":2}",
        "{ \"a\":1}",
        "{\"a\":01}",
        "{\"a\":-0}",
        "{\"a\":1.0}",
        "{\"a\":1e2}",
        "{\"a\":1,\"a\":1}",
        "{\"a\":null}",
        "{\"a\":\"\\u0041\"}",
        "{\"a\":\"\\/\"}",
        "{\"a\":1} ",
        "{\"a\":1}{}",
        "[1]",
        "",
        "{\"a\":"
      })
  void aTextWrittenInAnotherWayIsRefused(String text) {
    assertThrows(IllegalArgumentException.class, () -> Canonical.read(text));
  }
}
