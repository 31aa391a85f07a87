package fan.encore.order.api;

import fan.encore.event.QuestionKind;
import fan.encore.order.AskedQuestion;
import fan.encore.order.OrderAnswers;
import fan.encore.order.Reservations;
import fan.encore.security.web.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The caller's reservations. */
@Path("reservations/{code}")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "bearer")
@Tag(name = "Orders")
public class ReservationsResource {

  @Inject private Reservations reservations;
  @Inject private OrderAnswers answers;
  @Inject private Caller caller;

  @GET
  @Operation(summary = "A reservation of my own")
  public OrderViews.Reservation one(@PathParam("code") String code) {
    return OrderViews.Reservation.of(reservations.byCode(caller.id(), code));
  }

  /**
   * A question about the order, or about one of its tickets.
   *
   * @param ticketType code of the ticket's type, or null about the order
   * @param number of the ticket within order and type, from 1; 0 about the order
   * @param choices what may be answered to a question of kind CHOICE
   */
  public record Asked(
      String question,
      String ticketType,
      int number,
      QuestionKind kind,
      String label,
      List<String> choices,
      boolean required) {
    static Asked of(AskedQuestion asked) {
      return new Asked(
          asked.question().code(),
          asked.ticketType(),
          asked.number(),
          asked.question().kind(),
          asked.question().label(),
          asked.question().choices(),
          asked.question().required());
    }
  }

  @GET
  @Path("questions")
  @Operation(summary = "What the organizer asks whoever makes an order of it")
  public List<Asked> questions(@PathParam("code") String code) {
    return answers.asked(caller.id(), code).stream().map(Asked::of).toList();
  }

  @DELETE
  @Operation(summary = "Gives the tickets back; nothing happens when the hold has ended already")
  @APIResponse(responseCode = "204", description = "The tickets are free again")
  public void release(@PathParam("code") String code) {
    reservations.release(caller.id(), code);
  }
}
