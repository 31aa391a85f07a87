package fan.encore.app.demo;

import fan.encore.account.Enrolment;
import fan.encore.event.Attendance;
import fan.encore.event.EventCategory;
import fan.encore.event.EventDraft;
import fan.encore.event.EventPictures;
import fan.encore.event.EventSearch;
import fan.encore.event.Events;
import fan.encore.event.StudioEvents;
import fan.encore.event.TicketTypeDraft;
import fan.encore.event.VenueDraft;
import fan.encore.event.VenueRow;
import fan.encore.event.Venues;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The venues and the published events, on dates relative to today. */
@ApplicationScoped
public class DemoStage {

  private static final int SALE_DAYS_BEFORE = 30;

  @Inject private DemoScript script;
  @Inject private Enrolment enrolment;
  @Inject private Venues venues;
  @Inject private StudioEvents studio;
  @Inject private EventPictures pictures;
  @Inject private Events events;
  @Inject private Clock clock;
  @Inject private DemoExtras extras;

  /** Skips what is there already. */
  public void set() {
    long organizer = enrolment.numberOf(DemoCast.ORGANIZER).orElseThrow();
    Map<String, VenueRow> halls =
        venues.list().stream()
            .collect(Collectors.toMap(VenueRow::name, Function.identity(), (one, other) -> one));
    for (JsonObject entry : script.part("venues")) {
      halls.computeIfAbsent(entry.getString("name"), name -> venue(organizer, entry));
    }
    for (JsonObject entry : script.part("events")) {
      if (!isThere(entry.getString("title"))) {
        event(organizer, entry, halls.get(entry.getString("venue")));
      }
    }
  }

  private boolean isThere(String title) {
    EventSearch search = EventSearch.words(title, 5);
    return events.search(search).rows().stream().anyMatch(row -> row.title().equals(title));
  }

  private VenueRow venue(long organizer, JsonObject entry) {
    return venues.create(
        organizer,
        new VenueDraft(
            entry.getString("name"),
            entry.getString("address"),
            entry.getString("city"),
            entry.getString("country"),
            entry.getString("zone")));
  }

  private void event(long organizer, JsonObject entry, VenueRow venue) {
    LocalDateTime today = LocalDateTime.now(clock.withZone(ZoneId.of(venue.zone())));
    LocalDateTime starts =
        today
            .toLocalDate()
            .plusDays(entry.getInt("day"))
            .atTime(LocalTime.parse(entry.getString("time")));
    EventCategory category = EventCategory.valueOf(entry.getString("category"));
    String slug = studio.create(organizer, draft(entry, category, venue, starts));
    String drawing = DemoArt.event(slug, category.name());
    pictures.add(organizer, slug, drawing.getBytes(StandardCharsets.UTF_8), "");
    for (JsonObject type : entry.getJsonArray("types").getValuesAs(JsonObject.class)) {
      studio.addTicketType(organizer, slug, ticketType(type, saleFrom(entry, today), starts));
    }
    extras.add(organizer, slug, entry, starts);
    studio.publish(organizer, slug);
    extras.follow(organizer, slug, entry, today, starts);
  }

  private static EventDraft draft(
      JsonObject entry, EventCategory category, VenueRow venue, LocalDateTime starts) {
    String link = entry.getString("online", null);
    return new EventDraft(
        entry.getString("title"),
        entry.getString("description"),
        category,
        entry.getString("artist"),
        venue.code(),
        entry.getString("currency"),
        starts.minusHours(1),
        starts,
        starts.plusHours(3),
        null,
        link == null ? Attendance.VENUE : Attendance.HYBRID,
        null,
        link,
        null,
        null,
        "en",
        entry.getString("otherTitle", null),
        entry.getString("otherDescription", null));
  }

  /** Long ago, or when the waiting room has drawn. */
  private static LocalDateTime saleFrom(JsonObject entry, LocalDateTime today) {
    return entry.containsKey("waitingRoom")
        ? DemoExtras.drawAt(today)
        : today.toLocalDate().minusDays(SALE_DAYS_BEFORE).atTime(10, 0);
  }

  private static TicketTypeDraft ticketType(
      JsonObject type, LocalDateTime saleFrom, LocalDateTime starts) {
    return new TicketTypeDraft(
        type.getString("name"),
        "",
        type.getJsonNumber("price").longValueExact(),
        type.getInt("capacity"),
        saleFrom,
        starts,
        type.getInt("max"));
  }
}
