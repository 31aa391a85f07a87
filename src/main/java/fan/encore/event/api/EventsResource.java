package fan.encore.event.api;

import fan.encore.app.api.ForEverybody;
import fan.encore.app.api.Paged;
import fan.encore.event.Attendance;
import fan.encore.event.EventCategory;
import fan.encore.event.EventSearch;
import fan.encore.event.Events;
import fan.encore.promo.PromoCodes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Published events. */
@Path("events")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Events")
public class EventsResource {

  @Inject private Events events;
  @Inject private PromoCodes codes;
  @Inject private Clock clock;

  @GET
  @ForEverybody
  @Operation(
      summary = "Published events to come, the next one first; dates are days of the venue",
      description =
          "Words are found by their beginnings, Japanese text by its characters. maxPriceMinor"
              + " counts in minor units of each event's currency; attendance ONLINE finds what has"
              + " a link, VENUE what has a hall; age is that of the youngest guest.")
  public Response search(
      @QueryParam("query") String query,
      @QueryParam("city") String city,
      @QueryParam("category") EventCategory category,
      @QueryParam("artist") String artist,
      @QueryParam("from") String from,
      @QueryParam("to") String to,
      @QueryParam("currency") String currency,
      @QueryParam("maxPriceMinor") Long mostMinor,
      @QueryParam("free") @DefaultValue("false") boolean free,
      @QueryParam("attendance") Attendance attendance,
      @QueryParam("age") Integer age,
      @QueryParam("page") @DefaultValue("0") int page,
      @QueryParam("size") @DefaultValue("20") int size,
      @Context UriInfo uri) {
    EventSearch search =
        new EventSearch(
            query,
            city,
            category,
            artist,
            day(from),
            day(to),
            currency,
            free ? Long.valueOf(0) : mostMinor,
            attendance,
            age,
            page,
            size);
    return Paged.answer(
        uri, events.search(search), search.page(), search.size(), EventViews.Card::of);
  }

  @GET
  @ForEverybody
  @Path("{slug}")
  @Operation(
      summary =
          "One event with its ticket types, the hidden ones that a code opens, and what is left")
  public EventViews.Full one(@PathParam("slug") String slug, @QueryParam("code") String code) {
    Instant now = clock.instant();
    return EventViews.Full.of(events.bySlug(slug, codes.unlocked(slug, code, now)), now);
  }

  private static LocalDate day(String text) {
    try {
      return text == null || text.isBlank() ? null : LocalDate.parse(text);
    } catch (DateTimeParseException unreadable) {
      throw new BadRequestException(unreadable);
    }
  }
}
