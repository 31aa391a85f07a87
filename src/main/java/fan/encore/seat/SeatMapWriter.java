package fan.encore.seat;

import static fan.encore.shared.Jsons.JSON;

import fan.encore.seat.Block.Change;
import fan.encore.seat.Block.Loose;
import fan.encore.seat.Block.LooseSeat;
import fan.encore.seat.Block.Rows;
import fan.encore.seat.Block.Standing;
import fan.encore.seat.Block.Table;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Writes a map as JSON; what is as usual is left out. */
public final class SeatMapWriter {

  private SeatMapWriter() {}

  public static JsonObject write(SeatMap map) {
    return JSON.createObjectBuilder()
        .add("format", SeatMap.FORMAT)
        .add("width", map.width())
        .add("height", map.height())
        .add("categories", each(map.categories(), SeatMapWriter::category))
        .add("scenery", each(map.scenery(), SeatMapWriter::scenery))
        .add("blocks", each(map.blocks(), SeatMapWriter::block))
        .build();
  }

  private static <T> JsonArrayBuilder each(List<T> entries, Function<T, JsonObjectBuilder> writer) {
    JsonArrayBuilder array = JSON.createArrayBuilder();
    entries.forEach(entry -> array.add(writer.apply(entry)));
    return array;
  }

  private static JsonObjectBuilder category(SeatCategory category) {
    return JSON.createObjectBuilder()
        .add("code", category.code())
        .add("name", category.name())
        .add("colour", category.colour());
  }

  private static JsonObjectBuilder scenery(Scenery scenery) {
    return place(
            JSON.createObjectBuilder().add("kind", small(scenery.kind())),
            scenery.x(),
            scenery.y(),
            scenery.rotation())
        .add("width", scenery.width())
        .add("height", scenery.height())
        .add("text", scenery.text());
  }

  private static JsonObjectBuilder block(Block block) {
    JsonObjectBuilder json =
        JSON.createObjectBuilder()
            .add("code", block.code())
            .add("name", block.name())
            .add("category", block.category());
    if (block instanceof Rows rows) {
      return rows(json.add("kind", "rows"), rows);
    }
    if (block instanceof Table table) {
      json.add("kind", "table").add("long", !table.round()).add("seats", table.seats());
      return changes(
          place(json, table.x(), table.y(), table.rotation())
              .add("seatNumbers", naming(table.seatNumbers())),
          table.changes());
    }
    if (block instanceof Standing area) {
      return place(json.add("kind", "standing"), area.x(), area.y(), area.rotation())
          .add("width", area.width())
          .add("height", area.height())
          .add("capacity", area.capacity());
    }
    return json.add("kind", "seats")
        .add("seats", each(((Loose) block).seats(), SeatMapWriter::looseSeat));
  }

  private static JsonObjectBuilder rows(JsonObjectBuilder json, Rows rows) {
    place(json, rows.x(), rows.y(), rows.rotation())
        .add("rowSeats", JSON.createArrayBuilder(rows.rowSeats()))
        .add("seatGap", rows.seatGap())
        .add("rowGap", rows.rowGap())
        .add("curve", rows.curve())
        .add("align", small(rows.align()))
        .add("aisles", JSON.createArrayBuilder(rows.aisles()))
        .add("rowNames", naming(rows.rowNames()))
        .add("seatNumbers", naming(rows.seatNumbers()));
    return changes(json, rows.changes());
  }

  private static JsonObjectBuilder changes(JsonObjectBuilder json, List<Change> changes) {
    return changes.isEmpty() ? json : json.add("changes", each(changes, SeatMapWriter::change));
  }

  private static JsonObjectBuilder change(Change change) {
    JsonObjectBuilder json =
        JSON.createObjectBuilder().add("row", change.row()).add("seat", change.seat());
    special(json, change.category(), change.kind(), change.obstructed());
    return change.missing() ? json.add("missing", true) : json;
  }

  private static JsonObjectBuilder looseSeat(LooseSeat seat) {
    JsonObjectBuilder json =
        JSON.createObjectBuilder()
            .add("row", seat.row())
            .add("number", seat.number())
            .add("x", seat.x())
            .add("y", seat.y());
    special(json, seat.category(), seat.kind(), seat.obstructed());
    return seat.aisle() ? json.add("aisle", true) : json;
  }

  private static void special(
      JsonObjectBuilder json, String category, SeatKind kind, boolean obstructed) {
    if (category != null) {
      json.add("category", category);
    }
    if (kind != SeatKind.ORDINARY) {
      json.add("kind", small(kind));
    }
    if (obstructed) {
      json.add("obstructed", true);
    }
  }

  private static JsonObjectBuilder place(
      JsonObjectBuilder json, double x, double y, double rotation) {
    return json.add("x", x).add("y", y).add("rotation", rotation);
  }

  private static JsonObjectBuilder naming(Naming naming) {
    return JSON.createObjectBuilder()
        .add("scheme", small(naming.scheme()))
        .add("first", naming.first())
        .add("reversed", naming.reversed());
  }

  private static String small(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
