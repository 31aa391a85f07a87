package fan.encore.waitlist.api;

import fan.encore.app.api.Paged;
import fan.encore.security.web.Caller;
import fan.encore.waitlist.StudioWaitlists;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The waiting lists of the organizer's events. */
@Path("studio/events/{slug}/waiting-list")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "bearer")
@Tag(name = "Studio")
public class StudioWaitlistResource {

  @Inject private StudioWaitlists studio;
  @Inject private Caller caller;

  @GET
  @Operation(summary = "Who waits, in the order in which offers go out")
  public Response fans(
      @PathParam("slug") String slug,
      @QueryParam("page") @DefaultValue("0") int page,
      @QueryParam("size") @DefaultValue("20") int size,
      @Context UriInfo uri) {
    return Paged.answer(
        uri, page, size, query -> studio.fans(caller.id(), slug, query), WaitlistViews.Waiting::of);
  }

  @GET
  @Path("types")
  @Operation(summary = "The waiting list of each ticket type")
  public List<WaitlistViews.Rules> types(@PathParam("slug") String slug) {
    return studio.of(caller.id(), slug).stream().map(WaitlistViews.Rules::of).toList();
  }

  @PUT
  @Path("types/{type}")
  @Operation(
      summary = "Switches the waiting list of a ticket type on or off, and says how it works")
  public List<WaitlistViews.Rules> set(
      @PathParam("slug") String slug,
      @PathParam("type") String type,
      @NotNull WaitlistViews.Terms terms) {
    studio.set(caller.id(), slug, type, terms.terms());
    return types(slug);
  }
}
