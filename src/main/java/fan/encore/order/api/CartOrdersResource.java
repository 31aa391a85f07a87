package fan.encore.order.api;

import fan.encore.order.Answer;
import fan.encore.order.CartCheckout;
import fan.encore.order.PlaceCart;
import fan.encore.order.PlacedCart;
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

/** Orders of several reservations with one payment. */
@Path("cart-orders")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "bearer")
@Tag(name = "Orders")
public class CartOrdersResource {

  @Inject private CartCheckout checkout;
  @Inject private Caller caller;

  /**
   * @param reservationCode of a hold that has not ended
   * @param answers to its organizer's questions, or null
   */
  public record CartWishLine(String reservationCode, List<Answer> answers) {}

  /**
   * @param reservations all in one currency, 20 at most
   * @param provider {@code sandbox}
   * @param holderName printed on the tickets
   * @param phone E.164, or null
   */
  public record CartWish(
      List<CartWishLine> reservations, String provider, String holderName, String phone) {
    PlaceCart of(String key) {
      return new PlaceCart(
          reservations == null
              ? List.of()
              : reservations.stream()
                  .map(line -> new PlaceCart.Line(line.reservationCode(), line.answers()))
                  .toList(),
          provider,
          holderName,
          phone,
          key);
    }
  }

  /**
   * @param code of the cart, for another payment while everything is held
   * @param orders codes of the orders
   * @param redirectUrl where the buyer pays
   */
  public record CartPlaced(String code, List<String> orders, String redirectUrl) {
    static CartPlaced of(PlacedCart placed) {
      return new CartPlaced(placed.code(), placed.orders(), placed.redirectUrl());
    }
  }

  @POST
  @Operation(summary = "Makes an order of each reservation, all or none, and begins one payment")
  @APIResponse(responseCode = "201", description = "The orders and where to pay")
  @APIResponse(responseCode = "409", description = "One of the reservations has ended")
  @APIResponse(responseCode = "422", description = "They are not all in one currency")
  public Response place(@HeaderParam("Idempotency-Key") String key, @NotNull CartWish wish) {
    CartPlaced placed = CartPlaced.of(checkout.place(caller.id(), wish.of(key)));
    return Response.status(Response.Status.CREATED).entity(placed).build();
  }

  @POST
  @Path("{code}/payments")
  @Consumes(MediaType.WILDCARD)
  @Operation(
      summary = "Begins another payment while all tickets are held, or takes up the open one")
  public CartPlaced pay(@PathParam("code") String code) {
    return CartPlaced.of(checkout.pay(caller.id(), code));
  }
}
