package fan.encore.shop.api;

import fan.encore.payment.StartedPayment;
import fan.encore.security.web.Caller;
import fan.encore.shop.DiamondOrders;
import fan.encore.shop.PlaceDiamondOrder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Buying diamonds. */
@Path("diamond-orders")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "bearer")
@Tag(name = "Shop")
public class DiamondOrdersResource {

  @Inject private DiamondOrders orders;
  @Inject private Caller caller;

  /**
   * @param packCode as {@code GET diamond-packs} names it
   * @param currency ISO 4217 code, or absent for JPY
   */
  public record DiamondWish(String packCode, String currency) {}

  /**
   * @param code the payment's, for {@code GET payments/{code}}
   * @param redirectUrl where the buyer pays
   */
  public record Started(String code, String redirectUrl) {}

  @POST
  @Operation(summary = "Order a pack of diamonds; the buyer pays at redirectUrl")
  @APIResponse(responseCode = "201", description = "The payment that waits for its buyer")
  public Response place(@HeaderParam("Idempotency-Key") String key, @NotNull DiamondWish wish) {
    StartedPayment started =
        orders.place(caller.id(), new PlaceDiamondOrder(wish.packCode(), wish.currency(), key));
    return Response.created(URI.create("/api/v1/payments/" + started.code()))
        .entity(new Started(started.code(), started.redirectUrl()))
        .build();
  }
}
