package fan.encore.seat.api;

import fan.encore.seat.SeatPlans;
import fan.encore.seat.SeatPlans.Snapshot;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The seats of an event as fans choose them. */
@Path("events/{slug}/seats")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Events")
public class SeatsResource {

  @Inject private SeatPlans plans;

  @GET
  @Operation(
      summary =
          "The seat map: categories with the types that they are sold as and their prices, rows of"
              + " seats [number, x, y, category, traits]")
  @APIResponse(
      responseCode = "200",
      description = "Traits: 1 accessible, 2 companion, 4 obstructed")
  @APIResponse(responseCode = "404", description = "The event is sold without seats")
  public Response plan(@PathParam("slug") String slug, @Context Request request) {
    return answer(plans.plan(slug), 30, request);
  }

  @GET
  @Path("availability")
  @Operation(summary = "Which seats are taken: base64 of one bit a seat, in the order of the map")
  @APIResponse(responseCode = "200", description = "At most a second old")
  @APIResponse(responseCode = "304", description = "Nothing has changed")
  public Response availability(@PathParam("slug") String slug, @Context Request request) {
    return answer(plans.taken(slug), 1, request);
  }

  private static Response answer(Snapshot snapshot, int seconds, Request request) {
    EntityTag tag = new EntityTag(snapshot.tag());
    Response.ResponseBuilder same = request.evaluatePreconditions(tag);
    Response.ResponseBuilder answer =
        same == null ? Response.ok(snapshot.bytes(), MediaType.APPLICATION_JSON) : same;
    return answer.tag(tag).header("Cache-Control", "public, max-age=" + seconds).build();
  }
}
