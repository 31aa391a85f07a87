package fan.encore.waitlist.api;

import fan.encore.security.web.Caller;
import fan.encore.waitlist.Waitlists;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The caller's places in waiting lists. */
@Path("waiting-list")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "bearer")
@Tag(name = "Waiting lists")
public class WaitlistResource {

  @Inject private Waitlists waitlists;
  @Inject private Caller caller;

  @GET
  @Operation(summary = "Where I wait; an offer names the reservation to buy in the checkout")
  public List<WaitlistViews.Place> mine() {
    return waitlists.of(caller.id()).stream().map(WaitlistViews.Place::of).toList();
  }

  @DELETE
  @Path("{code}")
  @Operation(summary = "Stops waiting; offered tickets go to the next")
  @APIResponse(responseCode = "204", description = "Not waiting any more")
  public void leave(@PathParam("code") String code) {
    waitlists.leave(caller.id(), code);
  }
}
