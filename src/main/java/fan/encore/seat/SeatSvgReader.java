package fan.encore.seat;

import fan.encore.seat.Block.Loose;
import fan.encore.seat.Block.LooseSeat;
import fan.encore.seat.Block.Standing;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads seats out of a drawing. Only numbers and names are taken from it: the drawing itself is
 * neither kept nor shown to anybody. Circles are seats; in drawings of others a group with an id is
 * a block, a colour is a category and what lies at one height is a row.
 */
public final class SeatSvgReader {

  private static final Set<String> FORBIDDEN =
      Set.of("script", "foreignobject", "iframe", "object", "embed", "handler", "set", "animate");

  /** What groups pass on to what is in them. */
  private record Group(SvgPlace place, String block, String fill, SvgTag tag) {}

  /** A rectangle within these sizes is a seat, in drawings of others. */
  private static final double SMALL = 4;

  private static final double LARGE = 40;

  private final Deque<Group> groups = new ArrayDeque<>();
  private final Map<String, SeatCategory> categories = new LinkedHashMap<>();
  private final List<Scenery> scenery = new ArrayList<>();
  private final List<Block> areas = new ArrayList<>();
  private final Map<String, String> names = new LinkedHashMap<>();
  private final Map<String, List<LooseSeat>> seats = new LinkedHashMap<>();
  private final Map<String, String> inBlock = new LinkedHashMap<>();
  private double width = 1200;
  private double height = 800;
  private String caption = "";

  private SeatSvgReader() {}

  /**
   * @throws SeatMapRefused if it is no SVG, carries a script, or has no seats
   */
  public static SeatMap read(String svg) {
    SeatSvgReader reader = new SeatSvgReader();
    try {
      XMLStreamReader xml = factory().createXMLStreamReader(new StringReader(svg));
      while (xml.hasNext()) {
        reader.event(xml, xml.next());
      }
    } catch (XMLStreamException unreadable) {
      throw new SeatMapRefused("seat.svg_unreadable");
    }
    SeatMap map = reader.map();
    // what was read must also be a map: labels, counts, categories
    return SeatMapReader.read(SeatMapWriter.write(map).toString());
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    return factory;
  }

  private void event(XMLStreamReader xml, int event) {
    if (event == XMLStreamConstants.START_ELEMENT) {
      SvgTag tag = SvgTag.of(xml);
      refuseScripts(tag);
      start(tag);
    } else if (event == XMLStreamConstants.END_ELEMENT) {
      end(groups.pop());
    } else if (event == XMLStreamConstants.CHARACTERS
        && !groups.isEmpty()
        && groups.peek().tag().name().equals("text")) {
      caption += xml.getText();
    }
  }

  private static void refuseScripts(SvgTag tag) {
    if (FORBIDDEN.contains(tag.name().toLowerCase(Locale.ROOT))) {
      throw new SeatMapRefused("seat.svg_forbidden", "<" + tag.name() + ">");
    }
    tag.attributes()
        .forEach(
            (name, value) -> {
              String small = value.strip().toLowerCase(Locale.ROOT);
              if (name.toLowerCase(Locale.ROOT).startsWith("on")
                  || small.startsWith("javascript:")
                  || name.equals("href") && !small.startsWith("#") && !small.startsWith("data:")) {
                throw new SeatMapRefused("seat.svg_forbidden", name + "=\"" + value + "\"");
              }
            });
  }

  private void start(SvgTag tag) {
    Group outer = groups.peek();
    SvgPlace place =
        (outer == null ? SvgPlace.NOWHERE : outer.place()).then(tag.get("transform", ""));
    String fill = tag.fill(outer == null ? "" : outer.fill());
    String block = outer == null ? "" : outer.block();
    switch (tag.name()) {
      case "svg" -> size(tag);
      case "g" -> block = group(tag, block, fill);
      case "circle" -> seat(tag, place.of(tag.number("cx"), tag.number("cy")), block, fill);
      case "ellipse" -> seat(tag, place.of(tag.number("cx"), tag.number("cy")), block, fill);
      case "rect" -> box(tag, outer, place, block, fill);
      default -> caption = tag.name().equals("text") ? "" : caption;
    }
    groups.push(new Group(place, block, fill, tag));
  }

  private void size(SvgTag tag) {
    String[] box = tag.get("viewBox", "").strip().split("[\\s,]+");
    width = box.length == 4 ? SvgTag.parsed(box[2]) : tag.number("width");
    height = box.length == 4 ? SvgTag.parsed(box[3]) : tag.number("height");
    width = Math.max(100, width);
    height = Math.max(100, height);
  }

  private String group(SvgTag tag, String outer, String fill) {
    if (tag.has("data-category")) {
      String code = tag.get("data-category", "");
      categories.put(code, new SeatCategory(code, tag.get("data-name", code), fill));
    }
    String block = tag.get("data-block", "");
    if (!block.isEmpty()) {
      names.put(block, tag.get("data-name", block));
      return block;
    }
    String id = tag.get("id", "");
    if (id.isEmpty()) {
      return outer;
    }
    String code = SvgTag.code(id);
    names.putIfAbsent(code, id);
    return code;
  }

  private void seat(SvgTag tag, double[] at, String block, String fill) {
    String category = tag.get("data-in", "");
    if (category.isEmpty()) {
      category = category(fill);
    }
    String code = block.isEmpty() ? "A" : block;
    inBlock.putIfAbsent(code, category);
    seats
        .computeIfAbsent(code, none -> new ArrayList<>())
        .add(
            new LooseSeat(
                tag.get("data-row", ""),
                tag.get("data-number", ""),
                at[0],
                at[1],
                category,
                tag.kind(),
                tag.get("data-obstructed", "").equals("true"),
                tag.get("data-aisle", "").equals("true")));
  }

  /** A colour that was not met before is a new category. */
  private String category(String fill) {
    String colour = fill.matches("#[0-9a-fA-F]{6}") ? fill.toLowerCase(Locale.ROOT) : "#7a35c9";
    for (SeatCategory known : categories.values()) {
      if (known.colour().equalsIgnoreCase(colour)) {
        return known.code();
      }
    }
    String code = Naming.LETTERS.name(categories.size(), 0);
    categories.put(code, new SeatCategory(code, code, colour));
    return code;
  }

  private void box(SvgTag tag, Group outer, SvgPlace place, String block, String fill) {
    if (outer == null) {
      return;
    }
    double wide = tag.number("width");
    double high = tag.number("height");
    double[] at = place.of(tag.number("x") + wide / 2, tag.number("y") + high / 2);
    SvgTag group = outer.tag();
    double turned = place.rotation();
    if (group.has("data-scenery")) {
      Scenery.Kind kind = group.scenery();
      scenery.add(new Scenery(kind, at[0], at[1], wide, high, turned, ""));
    } else if (group.has("data-standing")) {
      areas.add(
          new Standing(
              group.get("data-standing", ""),
              group.get("data-name", ""),
              group.get("data-in", ""),
              at[0],
              at[1],
              wide,
              high,
              turned,
              (int) SvgTag.parsed(group.get("data-capacity", "0"))));
    } else if (Math.min(wide, high) >= SMALL && Math.max(wide, high) <= LARGE) {
      seat(tag, at, block, fill);
    }
  }

  private void end(Group group) {
    boolean drawn = group.tag().has("data-scenery") && !scenery.isEmpty();
    if (drawn && !caption.isBlank()) {
      Scenery last = scenery.remove(scenery.size() - 1);
      scenery.add(
          new Scenery(
              last.kind(),
              last.x(),
              last.y(),
              last.width(),
              last.height(),
              last.rotation(),
              caption.strip()));
    }
    if (group.tag().name().equals("g")) {
      caption = "";
    }
  }

  private SeatMap map() {
    if (seats.isEmpty() && areas.isEmpty()) {
      throw new SeatMapRefused("seat.svg_without_seats");
    }
    List<Block> blocks = new ArrayList<>();
    seats.forEach(
        (code, found) ->
            blocks.add(
                new Loose(
                    code,
                    names.getOrDefault(code, code),
                    inBlock.get(code),
                    SvgRows.named(found))));
    blocks.addAll(areas);
    return new SeatMap(width, height, List.copyOf(categories.values()), scenery, blocks);
  }
}
