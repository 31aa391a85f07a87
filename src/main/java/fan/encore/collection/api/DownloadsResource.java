package fan.encore.collection.api;

import fan.encore.collection.Downloads;
import fan.encore.security.web.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Files of the caller's digital items. */
@Path("items/{code}/downloads")
@ApplicationScoped
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "bearer")
@Tag(name = "Collection")
public class DownloadsResource {

  @Inject private Downloads downloads;
  @Inject private Caller caller;

  /**
   * @param url gives the file to whoever has it, for five minutes; may be on another server
   */
  @Schema(name = "DownloadLink")
  public record Link(URI url) {}

  @POST
  @Operation(summary = "A link to the file of an item of my own, for one download now")
  @APIResponse(responseCode = "429", description = "Too many links to this file today")
  public Link link(@PathParam("code") String code) {
    return new Link(downloads.link(caller.id(), code));
  }
}
