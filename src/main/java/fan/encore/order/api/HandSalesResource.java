package fan.encore.order.api;

import fan.encore.order.HandSales;
import fan.encore.order.SellByHand;
import fan.encore.security.web.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
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

/** Sales by hand. */
@Path("studio/events/{slug}/hand-sales")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "bearer")
@Tag(name = "Studio")
public class HandSalesResource {

  @Inject private HandSales sales;
  @Inject private Caller caller;

  /**
   * @param paid FREE and OUTSIDE need a reason
   * @param email of an account that gets the tickets, or null
   */
  public record SaleWish(
      List<SellByHand.Line> lines,
      SellByHand.Paid paid,
      String holderName,
      String email,
      String because) {}

  /** The order that was made. */
  public record Sold(String code) {}

  @POST
  @Operation(summary = "Sells tickets by hand: at the door, for somebody, or for nothing")
  @APIResponse(responseCode = "201", description = "The paid order")
  @APIResponse(responseCode = "409", description = "Not enough tickets are free")
  public Response sell(
      @PathParam("slug") String slug,
      @HeaderParam("Idempotency-Key") String key,
      @NotNull SaleWish wish) {
    SellByHand wanted =
        new SellByHand(
            wish.lines(), wish.paid(), wish.holderName(), wish.email(), wish.because(), key);
    return Response.status(Response.Status.CREATED)
        .entity(new Sold(sales.sell(caller.id(), slug, wanted)))
        .build();
  }
}
