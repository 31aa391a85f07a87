package fan.encore.order.api;

import fan.encore.app.api.Paged;
import fan.encore.order.AnswerRow;
import fan.encore.order.OrderAnswers;
import fan.encore.security.web.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What those who bought have answered an organizer. */
@Path("studio/events/{slug}/answers")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "bearer")
@Tag(name = "Studio")
public class AnswersResource {

  @Inject private OrderAnswers answers;
  @Inject private Caller caller;

  /**
   * An answer with the order that it came with.
   *
   * @param ticketType name of the ticket's type, or null about the order
   * @param number of the ticket within order and type, 0 about the order
   */
  public record Given(
      String order,
      String holderName,
      Instant placedAt,
      String ticketType,
      int number,
      String question,
      String answer) {
    static Given of(AnswerRow row) {
      return new Given(
          row.orderCode(),
          row.holderName(),
          row.placedAt(),
          row.ticketType(),
          row.number(),
          row.question(),
          row.answer());
    }
  }

  @GET
  @Operation(summary = "What was answered, the latest order first")
  public Response answers(
      @PathParam("slug") String slug,
      @QueryParam("page") @DefaultValue("0") int page,
      @QueryParam("size") @DefaultValue("20") int size,
      @Context UriInfo uri) {
    return Paged.answer(
        uri, page, size, query -> answers.ofEvent(caller.id(), slug, query), Given::of);
  }
}
