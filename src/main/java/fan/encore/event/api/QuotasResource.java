package fan.encore.event.api;

import fan.encore.event.QuotaDraft;
import fan.encore.event.QuotaRow;
import fan.encore.event.Quotas;
import fan.encore.security.web.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Numbers of tickets that types of an organizer's event share. */
@Path("studio/events/{slug}/quotas")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "bearer")
@Tag(name = "Studio")
public class QuotasResource {

  @Inject private Quotas quotas;
  @Inject private Caller caller;

  @GET
  @Operation(summary = "The quotas of one of my events: free + held + sold = capacity")
  public List<QuotaRow> list(@PathParam("slug") String slug) {
    return quotas.of(caller.id(), slug);
  }

  @POST
  @Operation(summary = "Adds a quota; what is held and sold of its types counts already")
  @APIResponse(responseCode = "201", description = "All quotas")
  @APIResponse(responseCode = "409", description = "More than that is held and sold")
  public Response add(@PathParam("slug") String slug, @NotNull QuotaDraft draft) {
    String code = quotas.add(caller.id(), slug, draft);
    return Response.created(URI.create("/api/v1/studio/events/" + slug + "/quotas/" + code))
        .entity(list(slug))
        .build();
  }

  @PUT
  @Path("{code}")
  @Operation(summary = "Changes a quota; without ticket types its work ends")
  public List<QuotaRow> edit(
      @PathParam("slug") String slug, @PathParam("code") String code, @NotNull QuotaDraft draft) {
    quotas.edit(caller.id(), slug, code, draft);
    return list(slug);
  }
}
