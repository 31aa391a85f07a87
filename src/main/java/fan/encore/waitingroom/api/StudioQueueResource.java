package fan.encore.waitingroom.api;

import fan.encore.security.web.Caller;
import fan.encore.waitingroom.OpenRoom;
import fan.encore.waitingroom.RoomFigures;
import fan.encore.waitingroom.WaitingRooms;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The waiting room of an organizer's event. */
@Path("studio/events/{slug}/queue")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "bearer")
@Tag(name = "Waiting room")
public class StudioQueueResource {

  @Inject private WaitingRooms rooms;
  @Inject private Caller caller;

  @GET
  @Operation(summary = "The waiting room of my event: length, outflow, holds")
  public RoomFigures figures(@PathParam("slug") String slug) {
    return rooms.figures(caller.id(), slug);
  }

  @PUT
  @Operation(summary = "Puts a waiting room before my event, or changes it")
  public RoomFigures open(@PathParam("slug") String slug, @NotNull OpenRoom wanted) {
    rooms.open(caller.id(), slug, wanted);
    return rooms.figures(caller.id(), slug);
  }

  @DELETE
  @Operation(summary = "Ends the queue: tickets are sold to everybody")
  public void close(@PathParam("slug") String slug) {
    rooms.close(caller.id(), slug);
  }

  @POST
  @Path("pause")
  @Operation(summary = "Calls nobody for now")
  public RoomFigures pause(@PathParam("slug") String slug) {
    rooms.pause(caller.id(), slug);
    return rooms.figures(caller.id(), slug);
  }

  @POST
  @Path("resume")
  @Operation(summary = "Calls again")
  public RoomFigures resume(@PathParam("slug") String slug) {
    rooms.resume(caller.id(), slug);
    return rooms.figures(caller.id(), slug);
  }
}
