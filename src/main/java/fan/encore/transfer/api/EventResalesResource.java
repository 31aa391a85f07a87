package fan.encore.transfer.api;

import fan.encore.transfer.Resales;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What fans sell of an event. */
@Path("events/{slug}/resale-offers")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Resale")
public class EventResalesResource {

  @Inject private Resales resales;
  @Inject private Clock clock;

  @GET
  @Operation(summary = "Tickets that fans sell on now, the cheapest first")
  public List<ResaleViews.Offer> offers(@PathParam("slug") String slug) {
    return resales.ofEvent(0, slug).stream()
        .map(row -> ResaleViews.Offer.of(row, clock.instant()))
        .toList();
  }
}
