package fan.encore.seat.api;

import fan.encore.seat.ChooseFares;
import fan.encore.seat.ChooseSeating;
import fan.encore.seat.NotSeated;
import fan.encore.seat.Seating;
import fan.encore.seat.Seatings;
import fan.encore.security.web.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The seats of an organizer's event. */
@Path("studio/events/{slug}/seating")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "bearer")
@Tag(name = "Studio")
public class SeatingResource {

  @Inject private Seatings seatings;
  @Inject private Caller caller;

  /**
   * @param seats labels of the seats
   * @param blocked true takes them out of the sale, false puts them back
   */
  public record Blocking(List<String> seats, boolean blocked) {}

  /**
   * @param states one letter a seat in the order of the map: F free, H held, S sold, B blocked
   */
  public record States(String states) {}

  @GET
  @Operation(summary = "The map that an event of mine is sold by, with the types of its categories")
  public Seating one(@PathParam("slug") String slug) {
    return seatings.of(caller.id(), slug).orElseThrow(NotSeated::new);
  }

  @PUT
  @Operation(summary = "Copies a map of the venue into the event, until the first ticket is held")
  @APIResponse(responseCode = "409", description = "Tickets are held or sold already")
  public Seating choose(@PathParam("slug") String slug, @NotNull ChooseSeating wanted) {
    seatings.choose(caller.id(), slug, wanted);
    return one(slug);
  }

  @PUT
  @Path("fares")
  @Operation(
      summary =
          "Sells the seats of a ticket type as further types too, or ends that; they share the seats")
  @APIResponse(
      responseCode = "409",
      description = "A type leads or has tickets held or sold, so it cannot come or go")
  public Seating fares(@PathParam("slug") String slug, @NotNull ChooseFares wanted) {
    seatings.chooseFares(caller.id(), slug, wanted);
    return one(slug);
  }

  @DELETE
  @Operation(summary = "Sells without seats again, until the first ticket is held")
  public void remove(@PathParam("slug") String slug) {
    seatings.remove(caller.id(), slug);
  }

  @GET
  @Path("plan")
  @Operation(summary = "The map as fans see it, of an event that is not published too")
  @APIResponse(responseCode = "200", description = "As events/{slug}/seats")
  public Response plan(@PathParam("slug") String slug) {
    return Response.ok(seatings.plan(caller.id(), slug), MediaType.APPLICATION_JSON).build();
  }

  @GET
  @Path("states")
  @Operation(summary = "Where every seat stands")
  public States states(@PathParam("slug") String slug) {
    return new States(seatings.states(caller.id(), slug));
  }

  @POST
  @Path("blocks")
  @Operation(summary = "Takes seats out of the sale or puts them back; all or none")
  @APIResponse(responseCode = "409", description = "A seat is held or sold")
  public States block(@PathParam("slug") String slug, @NotNull Blocking wish) {
    seatings.block(caller.id(), slug, wish.seats(), wish.blocked());
    return states(slug);
  }
}
