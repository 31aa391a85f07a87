package fan.encore.event.api;

import fan.encore.event.CopyEvent;
import fan.encore.event.EventCopies;
import fan.encore.event.EventDraft;
import fan.encore.event.EventFate;
import fan.encore.event.EventSeries;
import fan.encore.event.PostponeEvent;
import fan.encore.event.SeriesRule;
import fan.encore.event.StudioEvents;
import fan.encore.security.web.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What becomes of the organizer's events: moved, called off, copied, repeated. */
@Path("studio/events")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "bearer")
@Tag(name = "Studio")
public class EventFateResource {

  @Inject private EventFate fate;
  @Inject private EventCopies copies;
  @Inject private EventSeries series;
  @Inject private StudioEvents studio;
  @Inject private Caller caller;
  @Inject private Clock clock;

  /**
   * @param words what ticket holders are told; may be empty
   */
  public record Cancellation(@NotNull @Size(max = 2000) String words) {}

  /**
   * @param code the series
   */
  public record Made(String code) {}

  /**
   * @param dates how many dates of the series it concerned
   */
  public record Concerned(int dates) {}

  @POST
  @Path("{slug}/postponement")
  @Operation(
      summary = "Moves an event; ticket holders are told by mail",
      description = "Without startsAt the new date is open, and nothing is sold until it is known.")
  public EventViews.Full postpone(@PathParam("slug") String slug, @NotNull PostponeEvent wish) {
    fate.postpone(caller.id(), slug, wish);
    return one(slug);
  }

  @POST
  @Path("{slug}/cancellation")
  @Operation(
      summary =
          "Calls an event off: the sale stops at once, every order is paid back, holders are told")
  public EventViews.Full cancel(@PathParam("slug") String slug, @NotNull Cancellation wish) {
    fate.cancel(caller.id(), slug, wish.words());
    return one(slug);
  }

  @POST
  @Path("{slug}/copies")
  @Operation(summary = "Copies an event with pictures and ticket types to another day, as a draft")
  @APIResponse(responseCode = "201", description = "The draft")
  public Response copy(@PathParam("slug") String slug, @NotNull CopyEvent wish) {
    String copy = copies.copy(caller.id(), slug, wish);
    return Response.created(URI.create("/api/v1/studio/events/" + copy)).entity(one(copy)).build();
  }

  @POST
  @Path("{slug}/series")
  @Operation(summary = "Makes the event the first date of a series; the other dates are drafts")
  @APIResponse(responseCode = "201", description = "The series' code")
  public Response makeSeries(@PathParam("slug") String slug, @NotNull SeriesRule rule) {
    String code = series.make(caller.id(), slug, rule);
    return Response.created(URI.create("/api/v1/series/" + code)).entity(new Made(code)).build();
  }

  @PUT
  @Path("{slug}/following")
  @Operation(summary = "Changes this date of a series and all that follow it")
  public Concerned editFollowing(@PathParam("slug") String slug, @NotNull EventDraft draft) {
    return new Concerned(series.editFollowing(caller.id(), slug, draft));
  }

  @POST
  @Path("{slug}/series/publication")
  @Consumes(MediaType.WILDCARD)
  @Operation(summary = "Publishes every draft of the series that the event is a date of")
  public Concerned publishAll(@PathParam("slug") String slug) {
    return new Concerned(series.publishAll(caller.id(), slug));
  }

  private EventViews.Full one(String slug) {
    return EventViews.Full.of(studio.detail(caller.id(), slug), clock.instant());
  }
}
