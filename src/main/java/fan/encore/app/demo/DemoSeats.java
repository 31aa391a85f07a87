package fan.encore.app.demo;

import fan.encore.event.EventDetail;
import fan.encore.event.EventDetail.TypeDetail;
import fan.encore.event.StudioEvents;
import fan.encore.seat.ChooseFares;
import fan.encore.seat.ChooseSeating;
import fan.encore.seat.SaveSeatMap;
import fan.encore.seat.SeatMaps;
import fan.encore.seat.Seatings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The hall of the demonstration that is sold by seats. */
@ApplicationScoped
public class DemoSeats {

  @Inject private SeatMaps maps;
  @Inject private Seatings seatings;
  @Inject private StudioEvents studio;

  /**
   * Draws the map for the event's venue and sells the event by it.
   *
   * @param map its name, its document, the ticket types' names by category, and the names of
   *     further types by the one whose seats they share
   */
  public void sell(long organizer, String slug, JsonObject map) {
    EventDetail event = studio.detail(organizer, slug);
    String code =
        maps.create(
            organizer,
            event.venue().code(),
            new SaveSeatMap(map.getString("name"), map.getJsonObject("document").toString(), null));
    Map<String, String> types = new HashMap<>();
    map.getJsonObject("types").forEach((category, name) -> types.put(category, type(event, name)));
    seatings.choose(organizer, slug, new ChooseSeating(code, types));
    map.getJsonObject("fares")
        .forEach(
            (leading, names) ->
                seatings.chooseFares(
                    organizer, slug, new ChooseFares(named(event, leading), types(event, names))));
  }

  private static List<String> types(EventDetail event, JsonValue names) {
    return names.asJsonArray().stream().map(name -> type(event, name)).toList();
  }

  private static String type(EventDetail event, JsonValue name) {
    return named(event, ((JsonString) name).getString());
  }

  private static String named(EventDetail event, String name) {
    return event.types().stream()
        .filter(type -> name.equals(type.name()))
        .map(TypeDetail::code)
        .findFirst()
        .orElseThrow();
  }
}
