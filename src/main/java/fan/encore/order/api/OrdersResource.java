package fan.encore.order.api;

import fan.encore.app.api.Paged;
import fan.encore.order.Answer;
import fan.encore.order.Checkout;
import fan.encore.order.Orders;
import fan.encore.order.PlaceOrder;
import fan.encore.order.PlacedOrder;
import fan.encore.security.web.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The caller's orders. */
@Path("orders")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "bearer")
@Tag(name = "Orders")
public class OrdersResource {

  @Inject private Checkout checkout;
  @Inject private Orders orders;
  @Inject private Caller caller;

  /**
   * @param provider {@code sandbox}
   * @param holderName printed on the tickets
   * @param phone E.164, or null
   * @param voucherCode takes an amount off, or null
   * @param answers to the organizer's questions, or null
   */
  @Schema(name = "OrderWish")
  public record Wish(
      String reservationCode,
      String provider,
      String holderName,
      String phone,
      String voucherCode,
      List<Answer> answers) {}

  /**
   * @param redirectUrl where the buyer pays
   */
  @Schema(name = "PlacedOrder")
  public record Placed(String code, String redirectUrl) {
    static Placed of(PlacedOrder placed) {
      return new Placed(placed.orderCode(), placed.redirectUrl());
    }
  }

  @GET
  @Operation(summary = "My orders, the latest first")
  public Response list(
      @QueryParam("page") @DefaultValue("0") int page,
      @QueryParam("size") @DefaultValue("20") int size,
      @Context UriInfo uri) {
    int first = Math.max(0, page);
    int length = Math.min(100, Math.max(1, size));
    return Paged.answer(
        uri, orders.of(caller.id(), first, length), first, length, OrderViews.Brief::of);
  }

  @POST
  @Operation(summary = "Makes an order of a reservation and begins its payment")
  @APIResponse(responseCode = "201", description = "The order and where to pay")
  @APIResponse(responseCode = "409", description = "The reservation has ended")
  public Response place(@HeaderParam("Idempotency-Key") String key, @NotNull Wish wish) {
    PlaceOrder wanted =
        new PlaceOrder(
            wish.reservationCode(),
            wish.provider(),
            wish.holderName(),
            wish.phone(),
            wish.voucherCode(),
            wish.answers(),
            key);
    PlacedOrder placed = checkout.place(caller.id(), wanted);
    return Response.created(URI.create("/api/v1/orders/" + placed.orderCode()))
        .entity(Placed.of(placed))
        .build();
  }

  @GET
  @Path("{code}")
  @Operation(summary = "An order of my own")
  public OrderViews.Order one(@PathParam("code") String code) {
    return OrderViews.Order.of(orders.byCode(caller.id(), code));
  }

  @POST
  @Path("{code}/payments")
  @Consumes(MediaType.WILDCARD)
  @Operation(
      summary = "Begins another payment while the tickets are held, or takes up the open one")
  public Placed pay(@PathParam("code") String code) {
    return Placed.of(checkout.pay(caller.id(), code));
  }
}
