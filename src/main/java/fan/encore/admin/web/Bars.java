package fan.encore.admin.web;

import static fan.encore.shared.Jsons.JSON;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.math.BigDecimal;

/** A plain bar chart for Chart.js, readable on the light and the dark ground. */
public final class Bars {

  private static final String BAR = "#d6336c";
  private static final String AXIS = "#8b7a93";

  private final String label;
  private final JsonArrayBuilder names = JSON.createArrayBuilder();
  private final JsonArrayBuilder values = JSON.createArrayBuilder();

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
        JSON.createObjectBuilder()
            .add("label", label)
            .add("data", values)
            .add("backgroundColor", BAR)
            .add("borderRadius", 4)
            .add("maxBarThickness", 32)
            .build();
    return JSON.createObjectBuilder()
        .add("type", "bar")
        .add(
            "data",
            JSON.createObjectBuilder()
                .add("labels", names)
                .add("datasets", JSON.createArrayBuilder().add(bars)))
        .add("options", options())
        .build()
        .toString();
  }

  private static JsonObject options() {
    JsonObject hidden = JSON.createObjectBuilder().add("display", false).build();
    JsonObject scales =
        JSON.createObjectBuilder().add("x", axis(false)).add("y", axis(true)).build();
    return JSON.createObjectBuilder()
        .add("responsive", true)
        .add("maintainAspectRatio", false)
        .add("animation", false)
        .add("scales", scales)
        .add("plugins", JSON.createObjectBuilder().add("legend", hidden))
        .build();
  }

  private static JsonObject axis(boolean lines) {
    return JSON.createObjectBuilder()
        .add("beginAtZero", true)
        .add("ticks", JSON.createObjectBuilder().add("color", AXIS).add("precision", 0))
        .add("grid", JSON.createObjectBuilder().add("display", lines).add("color", AXIS + "33"))
        .build();
  }
}
