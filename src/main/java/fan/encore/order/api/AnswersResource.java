package fan.encore.order.api;

import fan.encore.app.api.Paged;
import fan.encore.event.Question;
import fan.encore.event.QuestionDraft;
import fan.encore.event.Questions;
import fan.encore.order.AnswerRow;
import fan.encore.order.OrderAnswers;
import fan.encore.security.web.Caller;
import fan.encore.shared.ListQuery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What an organizer asks those who buy, and their answers. */
@Path("studio/events/{slug}")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "bearer")
@Tag(name = "Studio")
public class AnswersResource {

  @Inject private Questions questions;
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
  @Path("questions")
  @Operation(summary = "The questions of one of my events, retired ones too")
  public List<Question> list(@PathParam("slug") String slug) {
    return questions.of(caller.id(), slug);
  }

  @POST
  @Path("questions")
  @Operation(summary = "Asks a question from now on")
  @APIResponse(responseCode = "201", description = "All questions")
  public Response add(@PathParam("slug") String slug, @NotNull QuestionDraft draft) {
    questions.add(caller.id(), slug, draft);
    return Response.status(Response.Status.CREATED).entity(list(slug)).build();
  }

  @PUT
  @Path("questions/{code}")
  @Operation(summary = "Asks a question in other words; answers that were given stay")
  public List<Question> edit(
      @PathParam("slug") String slug,
      @PathParam("code") String code,
      @NotNull QuestionDraft draft) {
    questions.edit(caller.id(), slug, code, draft);
    return list(slug);
  }

  @DELETE
  @Path("questions/{code}")
  @Operation(summary = "Asks a question no more; its answers are kept")
  @APIResponse(responseCode = "204", description = "It is asked no more")
  public void retire(@PathParam("slug") String slug, @PathParam("code") String code) {
    questions.retire(caller.id(), slug, code);
  }

  @GET
  @Path("answers")
  @Operation(summary = "What was answered, the latest order first")
  public Response answers(
      @PathParam("slug") String slug,
      @QueryParam("page") @DefaultValue("0") int page,
      @QueryParam("size") @DefaultValue("20") int size,
      @Context UriInfo uri) {
    ListQuery query = ListQuery.page(page, Math.min(100, Math.max(1, size)));
    return Paged.answer(
        uri, answers.ofEvent(caller.id(), slug, query), Math.max(0, page), query.size(), Given::of);
  }
}
