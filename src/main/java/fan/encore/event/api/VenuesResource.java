package fan.encore.event.api;

import fan.encore.event.VenueDraft;
import fan.encore.event.VenueRow;
import fan.encore.event.Venues;
import fan.encore.security.web.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Venues that events may take place at. */
@Path("studio/venues")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "bearer")
@Tag(name = "Studio")
public class VenuesResource {

  @Inject private Venues venues;
  @Inject private Caller caller;

  @GET
  @Operation(summary = "All venues")
  public List<VenueRow> list() {
    return venues.list();
  }

  @POST
  @Operation(summary = "Adds a venue")
  @APIResponse(responseCode = "201", description = "The venue with its code")
  public Response create(@NotNull VenueDraft draft) {
    VenueRow venue = venues.create(caller.id(), draft);
    return Response.status(Response.Status.CREATED).entity(venue).build();
  }
}
