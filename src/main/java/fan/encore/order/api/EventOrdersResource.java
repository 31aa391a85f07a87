package fan.encore.order.api;

import fan.encore.app.api.Paged;
import fan.encore.order.Orders;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who bought tickets of an organizer's event. */
@Path("studio/events/{slug}/orders")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "bearer")
@Tag(name = "Studio")
public class EventOrdersResource {

  @Inject private Orders orders;
  @Inject private Caller caller;

  @GET
  @Operation(summary = "The orders of one of my events, the latest first")
  public Response list(
      @PathParam("slug") String slug,
      @QueryParam("page") @DefaultValue("0") int page,
      @QueryParam("size") @DefaultValue("20") int size,
      @Context UriInfo uri) {
    return Paged.answer(
        uri, page, size, query -> orders.ofEvent(caller.id(), slug, query), OrderViews.Bought::of);
  }
}
