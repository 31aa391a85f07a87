package fan.encore.gacha.web;

import static fan.encore.shared.Jsons.JSON;

import fan.encore.gacha.Analysis;
import fan.encore.gacha.Until;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;

/** Draws until something comes, as curves for Chart.js. */
final class UntilChart {

  /** Readable on the light and the dark ground. */
  private static final List<String> COLOURS = List.of("#d6336c", "#7c5cd6", "#2f8f7f", "#b7791f");

  private static final String AXIS = "#8b7a93";
  private static final double PERCENT = 100;

  private UntilChart() {}

  static String of(List<Analysis.Line> lines) {
    JsonArrayBuilder curves = JSON.createArrayBuilder();
    for (int i = 0; i < lines.size(); i++) {
      Analysis.Line line = lines.get(i);
      if (line.until().isPresent()) {
        curves.add(curve(line.name(), line.until().get(), COLOURS.get(i % COLOURS.size())));
      }
    }
    return JSON.createObjectBuilder()
        .add("type", "line")
        .add("data", JSON.createObjectBuilder().add("datasets", curves))
        .add("options", options())
        .build()
        .toString();
  }

  private static JsonObjectBuilder curve(String name, Until until, String colour) {
    JsonArrayBuilder points = JSON.createArrayBuilder();
    for (Until.Point point : until.curve()) {
      points.add(
          JSON.createObjectBuilder()
              .add("x", point.draws())
              .add("y", Math.round(point.chance() * PERCENT * PERCENT) / PERCENT));
    }
    return JSON.createObjectBuilder()
        .add("label", name)
        .add("data", points)
        .add("borderColor", colour)
        .add("backgroundColor", colour)
        .add("pointRadius", 0)
        .add("borderWidth", 2);
  }

  private static JsonObject options() {
    return JSON.createObjectBuilder()
        .add("responsive", true)
        .add("maintainAspectRatio", false)
        .add("animation", false)
        .add(
            "scales",
            JSON.createObjectBuilder()
                .add("x", axis().add("type", "linear"))
                .add("y", axis().add("beginAtZero", true).add("max", PERCENT)))
        .build();
  }

  private static JsonObjectBuilder axis() {
    return JSON.createObjectBuilder()
        .add("ticks", JSON.createObjectBuilder().add("color", AXIS))
        .add("grid", JSON.createObjectBuilder().add("color", AXIS + "33"));
  }
}
