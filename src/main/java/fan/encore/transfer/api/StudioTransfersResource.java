package fan.encore.transfer.api;

import fan.encore.app.api.Paged;
import fan.encore.security.web.Caller;
import fan.encore.transfer.StudioTransfers;
import fan.encore.transfer.TransferTerms;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What fans may do with the tickets of the organizer's events, and what they do. */
@Path("studio/events/{slug}/transfers")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "bearer")
@Tag(name = "Studio")
public class StudioTransfersResource {

  @Inject private StudioTransfers studio;
  @Inject private Caller caller;

  @GET
  @Operation(summary = "Transfers of the event's tickets, the latest first")
  public Response list(
      @PathParam("slug") String slug,
      @QueryParam("page") @DefaultValue("0") int page,
      @QueryParam("size") @DefaultValue("20") int size,
      @Context UriInfo uri) {
    return Paged.answer(
        uri, page, size, query -> studio.of(caller.id(), slug, query), TransferViews.Moved::of);
  }

  @GET
  @Path("terms")
  @Operation(summary = "Whether and how long tickets of the event may move")
  public TransferViews.Terms terms(@PathParam("slug") String slug) {
    return TransferViews.Terms.of(studio.terms(caller.id(), slug));
  }

  @PUT
  @Path("terms")
  @Operation(summary = "Says whether and how long tickets of the event may move")
  public TransferViews.Terms set(
      @PathParam("slug") String slug, @NotNull TransferViews.Terms terms) {
    studio.set(
        caller.id(),
        slug,
        new TransferTerms(terms.transfersAllowed(), terms.renamesAllowed(), terms.closesAt()));
    return terms(slug);
  }
}
