package fan.encore.app.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;

/**
 * What some events of the demonstration have besides ticket types: a map of seats, terms, resale.
 */
@ApplicationScoped
public class DemoExtras {

  @Inject private DemoTerms terms;
  @Inject private DemoSeats seats;
  @Inject private DemoResale resale;

  /**
   * @param entry the event in the script
   */
  void add(long organizer, String slug, JsonObject entry) {
    if (entry.containsKey("seatMap")) {
      seats.sell(organizer, slug, entry.getJsonObject("seatMap"));
    }
    if (entry.getBoolean("terms", false)) {
      terms.set(organizer, slug);
    }
    if (entry.getBoolean("resale", false)) {
      resale.allow(organizer, slug);
    }
  }
}
