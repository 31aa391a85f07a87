package fan.encore.checkin.api;

import fan.encore.account.Roles;
import fan.encore.checkin.CheckIn;
import fan.encore.checkin.Door;
import fan.encore.checkin.Doors;
import fan.encore.checkin.ScanResult;
import fan.encore.checkin.ScanTicket;
import fan.encore.security.web.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The door of an event. */
@Path("check-ins")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Check-ins")
@SecurityRequirement(name = "bearer")
public class CheckInsResource {

  @Inject private CheckIn checkIn;
  @Inject private Doors doors;
  @Inject private Caller caller;

  @POST
  @Operation(
      summary = "Check a ticket in",
      description =
          "Whatever the outcome, the answer is 200. Ask again with the same nonce when no answer came:"
              + " it is the same answer.")
  public ScanResult scan(@NotNull ScanTicket ticket) {
    return caller.is(Roles.ADMIN)
        ? checkIn.scanAtAnyEvent(ticket, caller.id())
        : checkIn.scan(ticket, caller.id());
  }

  @GET
  @Operation(summary = "How many were let in, and the last scans")
  public Door door(@QueryParam("event") String event) {
    return caller.is(Roles.ADMIN) ? doors.anyDoor(event) : doors.door(event, caller.id());
  }
}
