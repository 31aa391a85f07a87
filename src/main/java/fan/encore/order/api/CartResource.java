package fan.encore.order.api;

import fan.encore.app.api.Amount;
import fan.encore.order.CartGroup;
import fan.encore.order.Carts;
import fan.encore.security.web.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the caller holds and has not paid. */
@Path("cart")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "bearer")
@Tag(name = "Orders")
public class CartResource {

  @Inject private Carts carts;
  @Inject private Caller caller;

  /**
   * What one payment can pay.
   *
   * @param total of all its reservations with their fees
   * @param reservations the one that ends first at the top
   */
  public record CartPart(String currency, Amount total, List<OrderViews.Reservation> reservations) {
    static CartPart of(CartGroup group) {
      return new CartPart(
          group.currency(),
          Amount.of(group.total()),
          group.lines().stream()
              .map(line -> OrderViews.Reservation.of(line.reservation()))
              .toList());
    }
  }

  @GET
  @Operation(
      summary = "My reservations of all events, by currency",
      description = "One is taken out by DELETE reservations/{code}; cart-orders pays a group.")
  public List<CartPart> cart() {
    return carts.of(caller.id()).stream().map(CartPart::of).toList();
  }
}
