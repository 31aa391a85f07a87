package fan.encore.admin.web;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.math.BigDecimal;

/** A plain bar chart for Chart.js, readable on the light and the dark ground. */
public final class Bars {

  private static final String BAR = "#d6336c";
  private static final String AXIS = "#8b7a93";

  private final String label;
  private final JsonArrayBuilder names = Json.createArrayBuilder();
  private final JsonArrayBuilder values = Json.createArrayBuilder();

  /**
   * @param label what is counted, in the reader's language
   */
  public Bars(String label) {
    this.label = label;
  }

  /** The next bar. */
  public void add(String name, BigDecimal value) {
    names.add(name);
    values.add(value);
  }

  /** The next bar. */
  public void add(String name, long value) {
    add(name, BigDecimal.valueOf(value));
  }

  /** The whole configuration; call it once. */
  public String json() {
    JsonObject bars =
        Json.createObjectBuilder()
            .add("label", label)
            .add("data", values)
            .add("backgroundColor", BAR)
            .add("borderRadius", 4)
            .add("maxBarThickness", 32)
            .build();
    return Json.createObjectBuilder()
        .add("type", "bar")
        .add(
            "data",
            Json.createObjectBuilder()
                .add("labels", names)
                .add("datasets", Json.createArrayBuilder().add(bars)))
        .add("options", options())
        .build()
        .toString();
  }

  private static JsonObject options() {
    JsonObject hidden = Json.createObjectBuilder().add("display", false).build();
    JsonObject scales =
        Json.createObjectBuilder().add("x", axis(false)).add("y", axis(true)).build();
    return Json.createObjectBuilder()
        .add("responsive", true)
        .add("maintainAspectRatio", false)
        .add("animation", false)
        .add("scales", scales)
        .add("plugins", Json.createObjectBuilder().add("legend", hidden))
        .build();
  }

  private static JsonObject axis(boolean lines) {
    return Json.createObjectBuilder()
        .add("beginAtZero", true)
        .add("ticks", Json.createObjectBuilder().add("color", AXIS).add("precision", 0))
        .add("grid", Json.createObjectBuilder().add("display", lines).add("color", AXIS + "33"))
        .build();
  }
}
