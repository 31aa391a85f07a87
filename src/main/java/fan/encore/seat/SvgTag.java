package fan.encore.seat;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamReader;

/** An element of a drawing with its attributes, without their name spaces. */
record SvgTag(String name, Map<String, String> attributes) {

  private static final Pattern FILL = Pattern.compile("(?:^|;)\\s*fill\\s*:\\s*([^;]+)");
  private static final Pattern NUMBER = Pattern.compile("\\s*(-?[0-9]*\\.?[0-9]+(?:e-?[0-9]+)?)");

  static SvgTag of(XMLStreamReader xml) {
    Map<String, String> attributes = new HashMap<>();
    for (int index = 0; index < xml.getAttributeCount(); index++) {
      attributes.put(xml.getAttributeLocalName(index), xml.getAttributeValue(index));
    }
    return new SvgTag(xml.getLocalName(), attributes);
  }

  boolean has(String attribute) {
    return attributes.containsKey(attribute);
  }

  String get(String attribute, String otherwise) {
    return attributes.getOrDefault(attribute, otherwise);
  }

  double number(String attribute) {
    return parsed(get(attribute, "0"));
  }

  /** What a text begins with as a number; 0 if that is none. */
  static double parsed(String text) {
    Matcher found = NUMBER.matcher(text.toLowerCase(Locale.ROOT));
    return found.lookingAt() ? Double.parseDouble(found.group(1)) : 0;
  }

  /** Its colour, by style or attribute, else that of what it is in. */
  String fill(String otherwise) {
    Matcher styled = FILL.matcher(get("style", ""));
    return styled.find() ? styled.group(1).strip() : get("fill", otherwise);
  }

  SeatKind kind() {
    return Stream.of(SeatKind.values())
        .filter(kind -> kind.name().equalsIgnoreCase(get("data-kind", "")))
        .findFirst()
        .orElse(SeatKind.ORDINARY);
  }

  Scenery.Kind scenery() {
    return Stream.of(Scenery.Kind.values())
        .filter(kind -> kind.name().equalsIgnoreCase(get("data-scenery", "")))
        .findFirst()
        .orElse(Scenery.Kind.BOX);
  }

  /** A block's code of any text: capital letters, digits and hyphens. */
  static String code(String text) {
    String code =
        text.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "-").replaceAll("^-|-$", "");
    return code.isEmpty() ? "A" : code.substring(0, Math.min(16, code.length()));
  }
}
