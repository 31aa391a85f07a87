package fan.encore.order.api;

import fan.encore.order.HoldTickets;
import fan.encore.order.HoldTickets.HoldLine;
import fan.encore.order.Holds;
import fan.encore.order.ReservationView;
import fan.encore.security.web.Caller;
import fan.encore.waitingroom.HoldPulse;
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
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Reserves tickets of an event. */
@Path("events/{slug}/reservations")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "bearer")
@Tag(name = "Orders")
public class EventReservationsResource {

  @Inject private Holds holds;
  @Inject private Caller caller;
  @Inject private HoldPulse pulse;

  /**
   * So many tickets of one type.
   *
   * @param ticketType the type's code within the event
   * @param seats labels of the seats wanted, or null for the best that are free
   * @param bestAvailable instead of a quantity: so many of the best free seats, or null
   * @param price of one ticket in minor units where the fan chooses it, or null
   */
  public record WishLine(
      String ticketType, int quantity, List<String> seats, Integer bestAvailable, Long price) {
    HoldLine of() {
      int wanted = bestAvailable == null ? quantity : bestAvailable;
      return new HoldLine(ticketType, wanted, seats, price);
    }
  }

  /**
   * @param lines one for each ticket type
   * @param promoCode takes something off the price, or null
   * @param unlockCode opens hidden ticket types, or null
   * @param admission token of the event's waiting room, or null
   */
  @Schema(name = "ReservationWish")
  public record Wish(List<WishLine> lines, String promoCode, String unlockCode, String admission) {
    HoldTickets of(String slug, String key) {
      return new HoldTickets(
          slug,
          lines == null ? List.of() : lines.stream().map(WishLine::of).toList(),
          promoCode,
          unlockCode,
          admission,
          key);
    }
  }

  @POST
  @Operation(summary = "Holds tickets for some minutes; the answer says until when")
  @APIResponse(responseCode = "201", description = "The reservation")
  @APIResponse(
      responseCode = "409",
      description = "Not enough tickets are free, not on sale, or the promo code is used up")
  @APIResponse(responseCode = "403", description = "The waiting room has not admitted the caller")
  public Response hold(
      @PathParam("slug") String slug,
      @HeaderParam("Idempotency-Key") String key,
      @NotNull Wish wish) {
    ReservationView held = hold(wish.of(slug, key));
    return Response.created(URI.create("/api/v1/reservations/" + held.code()))
        .entity(OrderViews.Reservation.of(held))
        .build();
  }

  /** Waiting rooms steer by how long this takes, granted or refused. */
  private ReservationView hold(HoldTickets wanted) {
    long begin = System.nanoTime();
    try {
      return holds.hold(caller.id(), wanted);
    } finally {
      pulse.took(System.nanoTime() - begin);
    }
  }
}
