package fan.encore.order.api;

import fan.encore.app.api.Amount;
import fan.encore.order.OrderDesk;
import fan.encore.order.OrderFilter;
import fan.encore.order.OrderRefunds;
import fan.encore.order.OrderStatus;
import fan.encore.order.OrdersFound;
import fan.encore.order.RefundTickets;
import fan.encore.order.SoldSeat;
import fan.encore.security.web.Caller;
import fan.encore.ticket.OrderTickets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Orders of an organizer's events, for those who work on them. */
@Path("studio/orders")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "bearer")
@Tag(name = "Studio")
public class StudioOrdersResource {

  @Inject private OrderDesk desk;
  @Inject private OrderRefunds refunds;
  @Inject private OrderTickets tickets;
  @Inject private Caller caller;

  @GET
  @Operation(summary = "Finds orders of my events by name, mail, code, event, state and time")
  public StudioViews.Found find(
      @QueryParam("query") String query,
      @QueryParam("event") String event,
      @QueryParam("status") OrderStatus status,
      @QueryParam("from") String from,
      @QueryParam("until") String until,
      @QueryParam("after") String after,
      @QueryParam("size") @DefaultValue("50") int size) {
    OrdersFound found =
        desk.find(
            caller.id(), new OrderFilter(query, event, status, at(from), at(until), after, size));
    return StudioViews.Found.of(found);
  }

  @GET
  @Path("{code}")
  @Operation(summary = "An order of one of my events with its tickets, refunds and notes")
  public StudioViews.Desk one(@PathParam("code") String code) {
    return StudioViews.Desk.of(
        desk.byCode(caller.id(), code),
        desk.email(caller.id(), code),
        tickets.of(caller.id(), code),
        refunds.of(code),
        desk.notes(caller.id(), code));
  }

  @GET
  @Path("{code}/refund-preview")
  @Operation(summary = "What a refund would give back, without doing it")
  public Amount preview(
      @PathParam("code") String code,
      @QueryParam("ticket") List<String> codes,
      @QueryParam("keepFees") boolean keepFees) {
    return Amount.of(refunds.preview(caller.id(), code, seats(code, codes), keepFees));
  }

  @POST
  @Path("{code}/refunds")
  @Operation(summary = "Gives tickets back, all that are left if none is named")
  @APIResponse(responseCode = "201", description = "The refund; the money follows")
  @APIResponse(responseCode = "409", description = "Given back before, or used at the door")
  public Response refund(
      @PathParam("code") String code,
      @HeaderParam("Idempotency-Key") String key,
      @NotNull StudioViews.RefundWish wish) {
    RefundTickets wanted =
        new RefundTickets(
            seats(code, wish.tickets()), wish.keepFees(), wish.evenIfUsed(), wish.reason(), key);
    return Response.status(Response.Status.CREATED)
        .entity(StudioViews.Refund.of(refunds.refund(caller.id(), code, wanted)))
        .build();
  }

  @POST
  @Path("{code}/notes")
  @Operation(summary = "Writes a note beside an order; the fan does not read it")
  @APIResponse(responseCode = "201", description = "All notes, the latest first")
  public Response note(@PathParam("code") String code, @NotNull StudioViews.NoteWish wish) {
    desk.note(caller.id(), code, wish.body());
    return Response.status(Response.Status.CREATED).entity(one(code).notes()).build();
  }

  @PUT
  @Path("{code}/tickets/{ticket}/holder")
  @Operation(summary = "Writes another name on a ticket")
  public StudioViews.Desk rename(
      @PathParam("code") String code,
      @PathParam("ticket") String ticket,
      @NotNull StudioViews.HolderWish wish) {
    tickets.rename(caller.id(), code, ticket, wish.name());
    return one(code);
  }

  private List<SoldSeat> seats(String code, List<String> codes) {
    return codes == null || codes.isEmpty() ? List.of() : tickets.seats(caller.id(), code, codes);
  }

  private static Instant at(String time) {
    try {
      return time == null ? null : OffsetDateTime.parse(time).toInstant();
    } catch (DateTimeParseException none) {
      throw new BadRequestException(none);
    }
  }
}
