package fan.encore.seat.api;

import fan.encore.seat.BoughtSeat;
import fan.encore.seat.HeldSeats;
import fan.encore.security.web.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The seats of the caller's reservations. */
@Path("reservations/{code}/seats")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "bearer")
@Tag(name = "Orders")
public class HeldSeatsResource {

  @Inject private HeldSeats seats;
  @Inject private Caller caller;

  @GET
  @Operation(summary = "The seats of a reservation of my own, the best first; empty without seats")
  public List<BoughtSeat> list(@PathParam("code") String code) {
    return seats.of(caller.id(), code);
  }
}
