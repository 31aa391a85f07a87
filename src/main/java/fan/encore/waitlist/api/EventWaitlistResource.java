package fan.encore.waitlist.api;

import fan.encore.security.web.Caller;
import fan.encore.waitlist.JoinWaitlist;
import fan.encore.waitlist.WaitingPlace;
import fan.encore.waitlist.Waitlists;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The waiting lists of an event. */
@Path("events/{slug}/waiting-list")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Waiting lists")
public class EventWaitlistResource {

  @Inject private Waitlists waitlists;
  @Inject private Caller caller;

  /**
   * @param ticketType its code within the event
   * @param quantity all of them together or none
   */
  @Schema(name = "WaitlistWish")
  public record Wish(String ticketType, int quantity) {}

  @GET
  @Operation(summary = "How the waiting list of each ticket type works")
  public List<WaitlistViews.Rules> rules(@PathParam("slug") String slug) {
    return waitlists.ofEvent(slug).stream().map(WaitlistViews.Rules::of).toList();
  }

  @POST
  @SecurityRequirement(name = "bearer")
  @Operation(summary = "Waits for tickets of a sold-out type")
  @APIResponse(responseCode = "201", description = "My place")
  @APIResponse(responseCode = "409", description = "On sale, no list, or waiting already")
  public Response join(@PathParam("slug") String slug, @NotNull Wish wish) {
    WaitingPlace place =
        waitlists.join(caller.id(), new JoinWaitlist(slug, wish.ticketType(), wish.quantity()));
    return Response.created(URI.create("/api/v1/waiting-list/" + place.code()))
        .entity(WaitlistViews.Place.of(place))
        .build();
  }
}
