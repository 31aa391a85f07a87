package fan.encore.program;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fan.encore.local.RunningEncore;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonGenerator;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Nobody changes the API unknowingly: {@code /openapi} equals the golden copy, whatever the order
 * of its members and wherever the server is. {@code -Dencore.golden=true} writes the copy anew; the
 * difference is then read in the commit.
 */
class OpenApiIT {

  private static final String GOLDEN = "openapi.json";

  @Test
  void theApiIsTheOneThatWasAgreed() throws Exception {
    Program program = new Program(RunningEncore.get().url());
    String now =
        normal(program.with("Accept", "application/json").get("/openapi").expect(200).text());
    if (Boolean.getBoolean("encore.golden")) {
      Path project = Path.of(System.getProperty("encore.target")).getParent();
      Files.writeString(project.resolve("src/test/resources").resolve(GOLDEN), now);
    }
    try (var golden = OpenApiIT.class.getResourceAsStream("/" + GOLDEN)) {
      assertEquals(new String(golden.readAllBytes(), StandardCharsets.UTF_8), now);
    }
  }

  private static String normal(String document) {
    try (var reader = Json.createReader(new StringReader(document))) {
      JsonObject read = reader.readObject();
      StringWriter text = new StringWriter();
      try (var writer =
          Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true))
              .createWriter(text)) {
        writer.write(sorted(Json.createObjectBuilder(read).remove("servers").build()));
      }
      return text.toString().strip() + "\n";
    }
  }

  private static JsonValue sorted(JsonValue value) {
    return switch (value.getValueType()) {
      case OBJECT -> sorted(value.asJsonObject());
      case ARRAY -> sorted(value.asJsonArray());
      default -> value;
    };
  }

  private static JsonObject sorted(JsonObject object) {
    JsonObjectBuilder builder = Json.createObjectBuilder();
    new TreeMap<>(object).forEach((name, value) -> builder.add(name, sorted(value)));
    return builder.build();
  }

  private static JsonArray sorted(JsonArray array) {
    JsonArrayBuilder builder = Json.createArrayBuilder();
    Stream<JsonValue> values = array.stream().map(OpenApiIT::sorted);
    values.distinct().sorted(Comparator.comparing(JsonValue::toString)).forEach(builder::add);
    return builder.build();
  }
}
