package fan.encore.seat;

import static fan.encore.shared.Jsons.JSON;

import fan.encore.seat.Block.Standing;
import fan.encore.seat.Seating.PricedCategory;
import fan.encore.shared.Money;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A map as browsers draw it: rows of seats {@code [number, x, y, category, traits]}. The traits are
 * bits: 1 accessible, 2 companion, 4 obstructed view, 8 an aisle before the seat.
 */
final class SeatPlanJson {

  private SeatPlanJson() {}

  /**
   * A ticket type as the plan shows it.
   *
   * @param onSale whether everybody may choose it now, or soon
   */
  record Sold(String code, String name, Money price, int maxPerOrder, boolean onSale) {}

  static String write(String slug, String title, List<Sold> types, SeatMap map, Seating seating) {
    List<String> codes = new ArrayList<>();
    JsonArrayBuilder categories = JSON.createArrayBuilder();
    for (PricedCategory category : seating.categories()) {
      codes.add(category.code());
      categories.add(category(category, types));
    }
    SeatLayout layout = SeatLayout.of(map);
    JsonArrayBuilder standing = JSON.createArrayBuilder();
    layout.standing().forEach(area -> standing.add(standing(area, codes)));
    return JSON.createObjectBuilder()
        .add("event", slug)
        .add("title", title)
        .add("width", map.width())
        .add("height", map.height())
        .add("categories", categories)
        .add("scenery", SeatMapWriter.write(map).getJsonArray("scenery"))
        .add("standing", standing)
        .add("rows", rows(layout.seats(), codes))
        .build()
        .toString();
  }

  private static JsonObjectBuilder category(PricedCategory category, List<Sold> types) {
    JsonObjectBuilder json =
        JSON.createObjectBuilder()
            .add("code", category.code())
            .add("name", category.name())
            .add("colour", category.colour())
            .add("standing", category.standing())
            .add("places", category.places());
    types.stream()
        .filter(type -> type.code().equals(category.ticketType()))
        .findFirst()
        .ifPresent(type -> priced(json, type));
    JsonArrayBuilder fares = JSON.createArrayBuilder();
    Stream.concat(Stream.of(category.ticketType()), category.fares().stream())
        .flatMap(code -> types.stream().filter(type -> type.onSale() && type.code().equals(code)))
        .forEach(type -> fares.add(priced(JSON.createObjectBuilder(), type)));
    return json.add("fares", fares);
  }

  private static JsonObjectBuilder priced(JsonObjectBuilder json, Sold type) {
    Money price = type.price();
    return json.add("ticketType", type.code())
        .add("typeName", type.name())
        .add("priceMinor", price.minor())
        .add("currency", price.currency())
        .add("price", price.major())
        .add("maxPerOrder", type.maxPerOrder());
  }

  private static JsonObjectBuilder standing(Standing area, List<String> codes) {
    return JSON.createObjectBuilder()
        .add("name", area.name())
        .add("category", codes.indexOf(area.category()))
        .add("x", area.x())
        .add("y", area.y())
        .add("width", area.width())
        .add("height", area.height())
        .add("rotation", area.rotation())
        .add("capacity", area.capacity());
  }

  private static JsonArrayBuilder rows(List<PlannedSeat> seats, List<String> codes) {
    JsonArrayBuilder rows = JSON.createArrayBuilder();
    int from = 0;
    for (int index = 1; index <= seats.size(); index++) {
      if (index == seats.size() || seats.get(index).line() != seats.get(from).line()) {
        rows.add(row(seats.subList(from, index), codes));
        from = index;
      }
    }
    return rows;
  }

  private static JsonObjectBuilder row(List<PlannedSeat> seats, List<String> codes) {
    PlannedSeat first = seats.get(0);
    JsonArrayBuilder array = JSON.createArrayBuilder();
    PlannedSeat before = null;
    for (PlannedSeat seat : seats) {
      int traits =
          (seat.kind() == SeatKind.ACCESSIBLE ? 1 : seat.kind() == SeatKind.COMPANION ? 2 : 0)
              | (seat.obstructed() ? 4 : 0)
              | (before != null && seat.position() != before.position() + 1 ? 8 : 0);
      array.add(
          JSON.createArrayBuilder()
              .add(seat.number())
              .add(seat.x())
              .add(seat.y())
              .add(codes.indexOf(seat.category()))
              .add(traits));
      before = seat;
    }
    return JSON.createObjectBuilder()
        .add("block", first.block())
        .add("name", first.blockName())
        .add("row", first.rowName())
        .add("seats", array);
  }
}
