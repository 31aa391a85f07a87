package fan.encore.app.demo;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** An SVG picture in the making; the same seed draws the same picture. */
final class Canvas {

  final int width;
  final int height;
  final Palette palette;
  private final Random dice;
  private final Map<String, String> fills = new LinkedHashMap<>();
  private final StringBuilder body = new StringBuilder();

  Canvas(int width, int height, Palette palette, String seed) {
    this.width = width;
    this.height = height;
    this.palette = palette;
    this.dice = new Random(seed.hashCode());
  }

  /** A whole number from {@code from} to below {@code to}. */
  int pick(int from, int to) {
    return from + dice.nextInt(to - from);
  }

  /** A fill from one colour at the top to another at the bottom, leaning by degrees. */
  String linear(String top, String bottom, int degrees) {
    return fill(
        "linearGradient",
        "x1='0' y1='0' x2='0' y2='1' gradientTransform='rotate(%d .5 .5)'".formatted(degrees),
        "<stop stop-color='%s'/><stop offset='1' stop-color='%s'/>".formatted(top, bottom));
  }

  /** A fill that shines in the middle and fades to nothing. */
  String shine(String colour) {
    return fill(
        "radialGradient",
        "",
        "<stop stop-color='%s'/><stop offset='1' stop-color='%s' stop-opacity='0'/>"
            .formatted(colour, colour));
  }

  /** A fill that is strong at the top and gone at the bottom. */
  String fade(String colour) {
    return fill(
        "linearGradient",
        "x1='0' y1='0' x2='0' y2='1'",
        "<stop stop-color='%s' stop-opacity='.75'/><stop offset='1' stop-color='%s' stop-opacity='0'/>"
            .formatted(colour, colour));
  }

  private String fill(String kind, String shape, String stops) {
    String id =
        fills.computeIfAbsent(kind + " %s " + shape + ">" + stops, key -> "g" + fills.size());
    return "url(#" + id + ")";
  }

  private String definitions() {
    StringBuilder defs = new StringBuilder("<defs>");
    fills.forEach(
        (markup, id) ->
            defs.append('<')
                .append(markup.formatted("id='" + id + "'"))
                .append("</")
                .append(markup, 0, markup.indexOf(' '))
                .append('>'));
    return defs.append("</defs>").toString();
  }

  Canvas ground(String fill) {
    return rect(0, 0, width, height, 0, fill);
  }

  Canvas rect(double x, double y, double wide, double high, double round, String fill) {
    return add(
        "<rect x='%s' y='%s' width='%s' height='%s' rx='%s' fill='%s'/>",
        x, y, wide, high, round, fill);
  }

  Canvas circle(double x, double y, double radius, String fill) {
    return add("<circle cx='%s' cy='%s' r='%s' fill='%s'/>", x, y, radius, fill);
  }

  Canvas ring(double x, double y, double radius, double thick, String stroke) {
    return add(
        "<circle cx='%s' cy='%s' r='%s' fill='none' stroke='%s' stroke-width='%s'/>",
        x, y, radius, stroke, thick);
  }

  Canvas path(String data, String fill) {
    return add("<path d='%s' fill='%s'/>", data, fill);
  }

  Canvas line(String data, String stroke, double thick) {
    return add(
        "<path d='%s' fill='none' stroke='%s' stroke-width='%s' stroke-linecap='round'"
            + " stroke-linejoin='round'/>",
        data, stroke, thick);
  }

  /** A star of five points around a middle. */
  Canvas star(double x, double y, double radius, String fill) {
    return points(x, y, radius, radius * 0.45, 10, fill);
  }

  /** A sparkle of four long points around a middle. */
  Canvas sparkle(double x, double y, double radius, String fill) {
    return points(x, y, radius, radius * 0.22, 8, fill);
  }

  private Canvas points(double x, double y, double far, double near, int count, String fill) {
    StringBuilder data = new StringBuilder();
    for (int point = 0; point < count; point++) {
      double angle = Math.PI * 2 * point / count - Math.PI / 2;
      double radius = point % 2 == 0 ? far : near;
      data.append(point == 0 ? 'M' : 'L')
          .append(number(x + radius * Math.cos(angle)))
          .append(' ')
          .append(number(y + radius * Math.sin(angle)));
    }
    return path(data.append('Z').toString(), fill);
  }

  /** Opens a group that is moved, scaled and made translucent together. */
  Canvas open(double x, double y, double scale, double opacity) {
    return add("<g transform='translate(%s %s) scale(%s)' opacity='%s'>", x, y, scale, opacity);
  }

  /** Opens a group that is turned around a point. */
  Canvas turn(double degrees, double x, double y) {
    return add("<g transform='rotate(%s %s %s)'>", degrees, x, y);
  }

  Canvas close() {
    body.append("</g>");
    return this;
  }

  /** The finished picture. */
  String svg() {
    return ("<svg xmlns='http://www.w3.org/2000/svg' width='%d' height='%d' viewBox='0 0 %d %d'>"
                .formatted(width, height, width, height)
            + definitions()
            + body
            + "</svg>")
        .replace('\'', '"');
  }

  private Canvas add(String markup, Object... values) {
    Object[] written = new Object[values.length];
    for (int index = 0; index < values.length; index++) {
      written[index] = values[index] instanceof Double number ? number(number) : values[index];
    }
    body.append(markup.formatted(written));
    return this;
  }

  private static String number(double value) {
    return value == Math.rint(value)
        ? String.valueOf((long) value)
        : String.format(Locale.ROOT, "%.2f", value).replaceAll("0+$", "");
  }
}
