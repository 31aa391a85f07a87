package fan.encore.waitingroom.api;

import fan.encore.security.web.Caller;
import fan.encore.waitingroom.EnterQueue;
import fan.encore.waitingroom.EntryLimit;
import fan.encore.waitingroom.NoWaitingRoom;
import fan.encore.waitingroom.Queue;
import fan.encore.waitingroom.QueueProof;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The queue in front of an event. */
@Path("events/{slug}/queue")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Waiting room")
public class QueueResource {

  @Inject private Queue queue;
  @Inject private EntryLimit limit;
  @Inject private Caller caller;
  @Inject private Clock clock;

  /**
   * @param luck what the caller gives to the draw, up to 64 visible ASCII characters; may be left
   *     out
   */
  @Schema(name = "QueueEntry")
  public record Entry(String luck) {}

  @POST
  @SecurityRequirement(name = "bearer")
  @Operation(summary = "Enters the queue; to enter again answers the same place")
  @APIResponse(responseCode = "201", description = "Where you stand")
  @APIResponse(responseCode = "409", description = "The room is not open")
  public Response enter(
      @PathParam("slug") String slug, @Context HttpServletRequest request, Entry entry) {
    long account = caller.id();
    limit.count(request.getRemoteAddr(), clock.instant());
    EnterQueue wanted = new EnterQueue(slug, entry == null ? null : entry.luck());
    return Response.created(URI.create("/api/v1/events/" + slug + "/queue"))
        .entity(QueueViews.Mine.of(queue.enter(account, wanted), clock.instant()))
        .build();
  }

  @GET
  @Operation(summary = "The queue, and where the caller stands when she is in it")
  public QueueViews.Seen seen(@PathParam("slug") String slug) {
    QueueViews.Mine mine =
        caller.signedIn()
            ? queue
                .standing(caller.id(), slug)
                .map(standing -> QueueViews.Mine.of(standing, clock.instant()))
                .orElse(null)
            : null;
    return QueueViews.Seen.of(queue.room(slug).orElseThrow(NoWaitingRoom::new), mine);
  }

  @GET
  @Path("draw")
  @Operation(summary = "What the order of the queue can be checked with")
  public QueueProof draw(@PathParam("slug") String slug) {
    return queue.proof(slug);
  }

  @GET
  @Path("entrants")
  @Produces(MediaType.TEXT_PLAIN)
  @Operation(
      summary = "The committed list of entrants: a line each of code, space and luck, sorted")
  public String entrants(@PathParam("slug") String slug) {
    return queue.entrants(slug);
  }
}
