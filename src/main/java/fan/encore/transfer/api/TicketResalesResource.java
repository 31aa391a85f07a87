package fan.encore.transfer.api;

import fan.encore.security.web.Caller;
import fan.encore.transfer.ResaleRow;
import fan.encore.transfer.Resales;
import fan.encore.transfer.SellTicket;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Sells a ticket of the caller's on. */
@Path("tickets/{code}/resale-offers")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "bearer")
@Tag(name = "Resale")
public class TicketResalesResource {

  @Inject private Resales resales;
  @Inject private Caller caller;
  @Inject private Clock clock;

  /**
   * @param priceMinor what the buyer pays, in minor units of the order's currency
   */
  @Schema(name = "ResalePrice")
  public record Price(long priceMinor) {}

  @GET
  @Operation(summary = "What may be asked for a ticket of mine, and its open offer")
  public ResaleViews.Chance chance(@PathParam("code") String code) {
    return ResaleViews.Chance.of(resales.ticket(caller.id(), code), clock.instant());
  }

  @POST
  @Operation(summary = "Offers a ticket to fans; it stays mine until somebody has paid")
  @APIResponse(responseCode = "201", description = "The offer")
  @APIResponse(responseCode = "400", description = "The price is more than what was paid")
  @APIResponse(responseCode = "409", description = "Used, promised, or not allowed any more")
  public Response offer(
      @PathParam("code") String code,
      @HeaderParam("Idempotency-Key") String key,
      @NotNull Price price) {
    ResaleRow offered = resales.offer(caller.id(), new SellTicket(code, price.priceMinor(), key));
    return Response.created(URI.create("/api/v1/resale-offers/" + offered.code()))
        .entity(ResaleViews.Offer.of(offered, clock.instant()))
        .build();
  }
}
