package fan.encore.seat;

import fan.encore.seat.Block.Standing;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Draws a map as SVG: circles that carry their seat in {@code data-} attributes, so that {@link
 * SeatSvgReader} reads the same seats from it. No script, no style sheet, no address.
 */
public final class SeatSvgWriter {

  private final StringBuilder svg = new StringBuilder();
  private final Map<String, String> colours;

  private SeatSvgWriter(SeatMap map) {
    colours =
        map.categories().stream()
            .collect(Collectors.toMap(SeatCategory::code, SeatCategory::colour));
  }

  public static String write(SeatMap map) {
    return new SeatSvgWriter(map).draw(map);
  }

  private String draw(SeatMap map) {
    svg.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    open("svg", "xmlns", "http://www.w3.org/2000/svg", "viewBox", box(map));
    text("title", "Encore");
    for (SeatCategory category : map.categories()) {
      open(
          "g",
          "data-category",
          category.code(),
          "data-name",
          category.name(),
          "fill",
          category.colour());
      close("g");
    }
    map.scenery().forEach(this::scenery);
    SeatLayout layout = SeatLayout.of(map);
    layout.standing().forEach(this::standing);
    blocks(layout.seats());
    close("svg");
    return svg.toString();
  }

  private static String box(SeatMap map) {
    return "0 0 " + number(map.width()) + " " + number(map.height());
  }

  private void scenery(Scenery scenery) {
    open(
        "g",
        "data-scenery",
        scenery.kind().name().toLowerCase(Locale.ROOT),
        "transform",
        turn(scenery.rotation(), scenery.x(), scenery.y()));
    if (scenery.kind() != Scenery.Kind.TEXT) {
      rect(scenery.x(), scenery.y(), scenery.width(), scenery.height(), "#d8ccd6");
    } else {
      rect(scenery.x(), scenery.y(), scenery.width(), scenery.height(), "none");
    }
    words(scenery.x(), scenery.y(), scenery.text());
    close("g");
  }

  private void standing(Standing area) {
    open(
        "g",
        "data-standing",
        area.code(),
        "data-name",
        area.name(),
        "data-in",
        area.category(),
        "data-capacity",
        String.valueOf(area.capacity()),
        "transform",
        turn(area.rotation(), area.x(), area.y()));
    rect(area.x(), area.y(), area.width(), area.height(), colours.get(area.category()));
    words(area.x(), area.y(), area.name());
    close("g");
  }

  private void blocks(List<PlannedSeat> seats) {
    String block = null;
    PlannedSeat before = null;
    for (PlannedSeat seat : seats) {
      if (!seat.block().equals(block)) {
        if (block != null) {
          close("g");
        }
        block = seat.block();
        open("g", "data-block", block, "data-name", seat.blockName());
      }
      boolean aisle =
          before != null
              && before.line() == seat.line()
              && seat.position() != before.position() + 1;
      seat(seat, aisle);
      before = seat;
    }
    if (block != null) {
      close("g");
    }
  }

  private void seat(PlannedSeat seat, boolean aisle) {
    start(
        "circle",
        "cx",
        number(seat.x()),
        "cy",
        number(seat.y()),
        "r",
        "9",
        "fill",
        colours.get(seat.category()),
        "data-row",
        seat.rowName(),
        "data-number",
        seat.number(),
        "data-in",
        seat.category());
    if (seat.kind() != SeatKind.ORDINARY) {
      attribute("data-kind", seat.kind().name().toLowerCase(Locale.ROOT));
    }
    if (seat.obstructed()) {
      attribute("data-obstructed", "true");
    }
    if (aisle) {
      attribute("data-aisle", "true");
    }
    svg.append(">");
    text("title", seat.label());
    close("circle");
  }

  private void rect(double x, double y, double width, double height, String fill) {
    start(
        "rect",
        "x",
        number(x - width / 2),
        "y",
        number(y - height / 2),
        "width",
        number(width),
        "height",
        number(height),
        "fill",
        fill);
    svg.append("/>\n");
  }

  private void words(double x, double y, String words) {
    if (!words.isEmpty()) {
      start("text", "x", number(x), "y", number(y), "text-anchor", "middle", "font-size", "20");
      svg.append('>').append(escaped(words)).append("</text>\n");
    }
  }

  private static String turn(double degrees, double x, double y) {
    return "rotate(" + number(degrees) + " " + number(x) + " " + number(y) + ")";
  }

  private void open(String element, String... attributes) {
    start(element, attributes);
    svg.append(">\n");
  }

  private void start(String element, String... attributes) {
    svg.append('<').append(element);
    for (int index = 0; index < attributes.length; index += 2) {
      attribute(attributes[index], attributes[index + 1]);
    }
  }

  private void attribute(String name, String value) {
    svg.append(' ').append(name).append("=\"").append(escaped(value)).append('"');
  }

  private void text(String element, String words) {
    svg.append('<').append(element).append('>').append(escaped(words));
    close(element);
  }

  private void close(String element) {
    svg.append("</").append(element).append(">\n");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private static String number(double value) {
    double rounded = RowShape.rounded(value);
    return rounded == Math.rint(rounded) ? String.valueOf((long) rounded) : String.valueOf(rounded);
  }
}
