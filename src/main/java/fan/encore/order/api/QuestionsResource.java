package fan.encore.order.api;

import fan.encore.event.Question;
import fan.encore.event.QuestionDraft;
import fan.encore.event.Questions;
import fan.encore.security.web.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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

/** What an organizer asks those who buy. */
@Path("studio/events/{slug}/questions")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "bearer")
@Tag(name = "Studio")
public class QuestionsResource {

  @Inject private Questions questions;
  @Inject private Caller caller;

  @GET
  @Operation(summary = "The questions of one of my events, retired ones too")
  public List<Question> list(@PathParam("slug") String slug) {
    return questions.of(caller.id(), slug);
  }

  @POST
  @Operation(summary = "Asks a question from now on")
  @APIResponse(responseCode = "201", description = "All questions")
  public Response add(@PathParam("slug") String slug, @NotNull QuestionDraft draft) {
    questions.add(caller.id(), slug, draft);
    return Response.status(Response.Status.CREATED).entity(list(slug)).build();
  }

  @PUT
  @Path("{code}")
  @Operation(summary = "Asks a question in other words; answers that were given stay")
  public List<Question> edit(
      @PathParam("slug") String slug,
      @PathParam("code") String code,
      @NotNull QuestionDraft draft) {
    questions.edit(caller.id(), slug, code, draft);
    return list(slug);
  }

  @DELETE
  @Path("{code}")
  @Operation(summary = "Asks a question no more; its answers are kept")
  @APIResponse(responseCode = "204", description = "It is asked no more")
  public void retire(@PathParam("slug") String slug, @PathParam("code") String code) {
    questions.retire(caller.id(), slug, code);
  }
}
