package fan.encore.order.api;

import fan.encore.order.EventRefunds;
import fan.encore.order.RefundProgress;
import fan.encore.security.web.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How far the consequences of a called off or moved event are. */
@Path("studio/events/{slug}/refunds")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "bearer")
@Tag(name = "Studio")
public class EventRefundsResource {

  @Inject private EventRefunds refunds;
  @Inject private Caller caller;

  @GET
  @Operation(summary = "How many orders are to be paid back and were, and who was told")
  public RefundProgress progress(@PathParam("slug") String slug) {
    return refunds.progress(caller.id(), slug);
  }
}
