package fan.encore.event.api;

import fan.encore.app.api.Paged;
import fan.encore.event.EventDraft;
import fan.encore.event.EventPictures;
import fan.encore.event.Events;
import fan.encore.event.StudioEvents;
import fan.encore.event.TicketTypeDraft;
import fan.encore.security.web.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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
import java.net.URI;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The organizer's own events. */
@Path("studio/events")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "bearer")
@Tag(name = "Studio")
public class StudioEventsResource {

  @Inject private StudioEvents studio;
  @Inject private Events events;
  @Inject private EventPictures pictures;
  @Inject private Caller caller;
  @Inject private Clock clock;

  @GET
  @Operation(summary = "My events, drafts too, the latest first")
  public Response list(
      @QueryParam("page") @DefaultValue("0") int page,
      @QueryParam("size") @DefaultValue("20") int size,
      @Context UriInfo uri) {
    return Paged.answer(
        uri, page, size, query -> events.ofTeam(caller.id(), query), EventViews.Card::of);
  }

  @POST
  @Operation(summary = "Creates a draft; times are local times of the venue")
  @APIResponse(responseCode = "201", description = "The draft")
  public Response create(@NotNull EventDraft draft) {
    String slug = studio.create(caller.id(), draft);
    return Response.created(URI.create("/api/v1/studio/events/" + slug)).entity(one(slug)).build();
  }

  @GET
  @Path("{slug}")
  @Operation(summary = "One of my events")
  public EventViews.Full one(@PathParam("slug") String slug) {
    return EventViews.Full.of(studio.detail(caller.id(), slug), clock.instant());
  }

  @PUT
  @Path("{slug}")
  @Operation(summary = "Changes an event; with a version, only if nobody changed it meanwhile")
  public EventViews.Full edit(@PathParam("slug") String slug, @NotNull EventDraft draft) {
    studio.edit(caller.id(), slug, draft);
    return one(slug);
  }

  @PUT
  @Path("{slug}/picture")
  @Consumes({"image/png", "image/jpeg", "image/webp"})
  @Operation(summary = "Shows this picture instead of all others; at most 5 MB")
  public EventViews.Full picture(@PathParam("slug") String slug, @NotNull byte[] picture) {
    pictures.replace(caller.id(), slug, picture);
    return one(slug);
  }

  @POST
  @Path("{slug}/pictures")
  @Consumes({"image/png", "image/jpeg", "image/webp"})
  @Operation(summary = "Adds a picture behind the others, twelve at most; at most 5 MB each")
  @APIResponse(responseCode = "201", description = "The event with its pictures")
  public Response addPicture(
      @PathParam("slug") String slug,
      @QueryParam("alt") @DefaultValue("") @Size(max = 200) String alt,
      @NotNull byte[] picture) {
    pictures.add(caller.id(), slug, picture, alt);
    return Response.status(Response.Status.CREATED).entity(one(slug)).build();
  }

  @PUT
  @Path("{slug}/pictures/{id}/first")
  @Consumes(MediaType.WILDCARD)
  @Operation(summary = "Shows this picture before the others and in lists")
  public EventViews.Full firstPicture(@PathParam("slug") String slug, @PathParam("id") long id) {
    pictures.first(caller.id(), slug, id);
    return one(slug);
  }

  @DELETE
  @Path("{slug}/pictures/{id}")
  @Consumes(MediaType.WILDCARD)
  @Operation(summary = "Takes a picture away")
  public EventViews.Full removePicture(@PathParam("slug") String slug, @PathParam("id") long id) {
    pictures.remove(caller.id(), slug, id);
    return one(slug);
  }

  @POST
  @Path("{slug}/ticket-types")
  @Operation(summary = "Adds a ticket type; times are local times of the venue")
  @APIResponse(responseCode = "201", description = "The event with the new type")
  public Response addType(@PathParam("slug") String slug, @NotNull TicketTypeDraft draft) {
    String code = studio.addTicketType(caller.id(), slug, draft);
    return Response.created(URI.create("/api/v1/studio/events/" + slug + "/ticket-types/" + code))
        .entity(one(slug))
        .build();
  }

  @PUT
  @Path("{slug}/ticket-types/{code}")
  @Operation(summary = "Changes a ticket type")
  public EventViews.Full editType(
      @PathParam("slug") String slug,
      @PathParam("code") String code,
      @NotNull TicketTypeDraft draft) {
    studio.editTicketType(caller.id(), slug, code, draft);
    return one(slug);
  }

  @POST
  @Path("{slug}/publication")
  @Consumes(MediaType.WILDCARD)
  @Operation(summary = "Publishes a draft")
  public EventViews.Full publish(@PathParam("slug") String slug) {
    studio.publish(caller.id(), slug);
    return one(slug);
  }
}
