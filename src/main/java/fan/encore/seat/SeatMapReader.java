package fan.encore.seat;

import static fan.encore.shared.Jsons.JSON;

import fan.encore.seat.Block.Align;
import fan.encore.seat.Block.Change;
import fan.encore.seat.Block.Loose;
import fan.encore.seat.Block.LooseSeat;
import fan.encore.seat.Block.Rows;
import fan.encore.seat.Block.Standing;
import fan.encore.seat.Block.Table;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads a map from its JSON form; whatever is wrong is refused with its place. */
public final class SeatMapReader {

  private static final double FAR = 50_000;
  private static final int MOST_BLOCKS = 1_000;
  private static final int MOST_ROWS = 300;
  private static final int MOST_IN_ROW = 500;
  private static final Pattern CODE = Pattern.compile("[A-Z0-9][A-Z0-9-]{0,15}");
  private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");
  private static final Pattern SEAT_NAME = Pattern.compile("[\\p{L}\\p{N}.]{1,8}");

  private enum Kind {
    ROWS,
    TABLE,
    STANDING,
    SEATS
  }

  private final Set<String> categories = new HashSet<>();
  private final Set<String> blocks = new HashSet<>();

  private SeatMapReader() {}

  /**
   * @throws SeatMapRefused if it is no map, or one that contradicts itself
   */
  public static SeatMap read(String json) {
    try (JsonReader reader = JSON.createReader(new StringReader(json))) {
      SeatMap map = new SeatMapReader().map(reader.readObject());
      SeatLayout.of(map);
      return map;
    } catch (JsonException unreadable) {
      throw new SeatMapRefused("seat.map_unreadable");
    }
  }

  private SeatMap map(JsonObject json) {
    MapFields fields = new MapFields("", json);
    if (!SeatMap.FORMAT.equals(fields.text("format", 40, ""))) {
      throw new SeatMapRefused("seat.map_format", SeatMap.FORMAT);
    }
    return new SeatMap(
        fields.number("width", 100, FAR, 1200.0),
        fields.number("height", 100, FAR, 800.0),
        fields.each("categories", 50, this::category),
        fields.each("scenery", 500, SeatMapReader::scenery),
        fields.each("blocks", MOST_BLOCKS, this::block));
  }

  private SeatCategory category(MapFields fields) {
    String code = fields.matching("code", CODE, null);
    if (!categories.add(code)) {
      throw new SeatMapRefused("seat.map_twice", code);
    }
    return new SeatCategory(
        code, fields.text("name", 80, null), fields.matching("colour", COLOUR, null));
  }

  private static Scenery scenery(MapFields fields) {
    return new Scenery(
        fields.choice("kind", Scenery.Kind.class, null),
        fields.number("x", -FAR, FAR, null),
        fields.number("y", -FAR, FAR, null),
        fields.number("width", 0, FAR, 100.0),
        fields.number("height", 0, FAR, 40.0),
        fields.number("rotation", -360, 360, 0.0),
        fields.text("text", 80, ""));
  }

  private Block block(MapFields fields) {
    String code = fields.matching("code", CODE, null);
    if (!blocks.add(code)) {
      throw new SeatMapRefused("seat.map_twice", code);
    }
    String name = fields.text("name", 80, code);
    String category = known(fields, null);
    return switch (fields.choice("kind", Kind.class, null)) {
      case ROWS -> rows(fields, code, name, category);
      case TABLE -> table(fields, code, name, category);
      case STANDING -> standing(fields, code, name, category);
      case SEATS ->
          new Loose(
              code, name, category, fields.each("seats", SeatLayout.MOST_SEATS, this::looseSeat));
    };
  }

  private Rows rows(MapFields fields, String code, String name, String category) {
    List<Integer> rowSeats = fields.wholes("rowSeats", 1, MOST_IN_ROW, MOST_ROWS);
    if (rowSeats.isEmpty()) {
      throw new SeatMapRefused("seat.map_empty_block", code);
    }
    return new Rows(
        code,
        name,
        category,
        fields.number("x", -FAR, FAR, null),
        fields.number("y", -FAR, FAR, null),
        fields.number("rotation", -360, 360, 0.0),
        rowSeats,
        fields.number("seatGap", 10, 500, 24.0),
        fields.number("rowGap", 10, 500, 30.0),
        fields.number("curve", 0, 180, 0.0),
        fields.choice("align", Align.class, Align.CENTRE),
        fields.wholes("aisles", 1, MOST_IN_ROW, 50),
        naming(fields.object("rowNames"), Naming.LETTERS),
        naming(fields.object("seatNumbers"), Naming.NUMBERS),
        fields.each("changes", SeatLayout.MOST_SEATS, this::change));
  }

  private Table table(MapFields fields, String code, String name, String category) {
    return new Table(
        code,
        name,
        category,
        fields.number("x", -FAR, FAR, null),
        fields.number("y", -FAR, FAR, null),
        fields.number("rotation", -360, 360, 0.0),
        !fields.truth("long"),
        fields.whole("seats", 1, 60, null),
        naming(fields.object("seatNumbers"), Naming.NUMBERS),
        fields.each("changes", 60, this::change));
  }

  private static Standing standing(MapFields fields, String code, String name, String category) {
    return new Standing(
        code,
        name,
        category,
        fields.number("x", -FAR, FAR, null),
        fields.number("y", -FAR, FAR, null),
        fields.number("width", 20, FAR, 300.0),
        fields.number("height", 20, FAR, 160.0),
        fields.number("rotation", -360, 360, 0.0),
        fields.whole("capacity", 1, 1_000_000, null));
  }

  private LooseSeat looseSeat(MapFields fields) {
    return new LooseSeat(
        fields.matching("row", SEAT_NAME, ""),
        fields.matching("number", SEAT_NAME, null),
        fields.number("x", -FAR, FAR, null),
        fields.number("y", -FAR, FAR, null),
        known(fields, ""),
        fields.choice("kind", SeatKind.class, SeatKind.ORDINARY),
        fields.truth("obstructed"),
        fields.truth("aisle"));
  }

  private Change change(MapFields fields) {
    return new Change(
        fields.whole("row", 0, MOST_ROWS, 0),
        fields.whole("seat", 0, MOST_IN_ROW, null),
        known(fields, ""),
        fields.choice("kind", SeatKind.class, SeatKind.ORDINARY),
        fields.truth("obstructed"),
        fields.truth("missing"));
  }

  /**
   * @param otherwise null when there must be one; the empty text when there need not be
   */
  private String known(MapFields fields, String otherwise) {
    String category = fields.text("category", 40, otherwise);
    if (category.isEmpty()) {
      return null;
    }
    if (!categories.contains(category)) {
      throw new SeatMapRefused("seat.map_category", category);
    }
    return category;
  }

  private static Naming naming(MapFields fields, Naming otherwise) {
    return fields == null
        ? otherwise
        : new Naming(
            fields.choice("scheme", Naming.Scheme.class, otherwise.scheme()),
            fields.whole("first", 1, 9_999, 1),
            fields.truth("reversed"));
  }
}
