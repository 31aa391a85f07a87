package fan.encore.order.api;

import fan.encore.order.Reservations;
import fan.encore.security.web.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The caller's reservations. */
@Path("reservations/{code}")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "bearer")
@Tag(name = "Orders")
public class ReservationsResource {

  @Inject private Reservations reservations;
  @Inject private Caller caller;

  @GET
  @Operation(summary = "A reservation of my own")
  public OrderViews.Reservation one(@PathParam("code") String code) {
    return OrderViews.Reservation.of(reservations.byCode(caller.id(), code));
  }

  @DELETE
  @Operation(summary = "Gives the tickets back; nothing happens when the hold has ended already")
  @APIResponse(responseCode = "204", description = "The tickets are free again")
  public void release(@PathParam("code") String code) {
    reservations.release(caller.id(), code);
  }
}
