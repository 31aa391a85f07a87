package fan.encore.transfer.api;

import fan.encore.security.web.Caller;
import fan.encore.transfer.BuyResale;
import fan.encore.transfer.ResaleHolds;
import fan.encore.transfer.Resales;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Tickets that fans sell on: the caller's own, and those that she buys. */
@Path("resale-offers")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "bearer")
@Tag(name = "Resale")
public class ResaleOffersResource {

  @Inject private Resales resales;
  @Inject private ResaleHolds holds;
  @Inject private Caller caller;
  @Inject private Clock clock;

  /**
   * @param code of the reservation, from which an order is made as from any other
   */
  public record Kept(String code) {}

  @GET
  @Operation(summary = "What I sell or sold, the latest first")
  public List<ResaleViews.Offer> mine() {
    return resales.of(caller.id()).stream()
        .map(row -> ResaleViews.Offer.of(row, clock.instant()))
        .toList();
  }

  @GET
  @Path("{code}")
  @Operation(summary = "One offer")
  public ResaleViews.Offer one(@PathParam("code") String code) {
    return ResaleViews.Offer.of(resales.byCode(caller.id(), code), clock.instant());
  }

  @DELETE
  @Path("{code}")
  @Operation(summary = "Withdraws an offer of mine that nobody is paying for")
  @APIResponse(responseCode = "204", description = "The ticket is not on offer any more")
  @APIResponse(responseCode = "409", description = "Somebody is paying for it, or it is over")
  public void withdraw(@PathParam("code") String code) {
    resales.withdraw(caller.id(), code);
  }

  @POST
  @Path("{code}/reservations")
  @Operation(summary = "Keeps an offer for me for some minutes while I pay")
  @APIResponse(responseCode = "201", description = "The reservation")
  @APIResponse(
      responseCode = "409",
      description = "Over, being paid for, mine, or for the waiting list first")
  public Response hold(@PathParam("code") String code, @HeaderParam("Idempotency-Key") String key) {
    String reservation = holds.hold(caller.id(), new BuyResale(code, key));
    return Response.created(URI.create("/api/v1/reservations/" + reservation))
        .entity(new Kept(reservation))
        .build();
  }
}
