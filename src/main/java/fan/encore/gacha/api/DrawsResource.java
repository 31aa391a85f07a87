package fan.encore.gacha.api;

import fan.encore.gacha.DrawHistory;
import fan.encore.security.web.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The caller's draws. */
@Path("draws")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Gacha")
public class DrawsResource {

  @Inject private DrawHistory history;
  @Inject private Caller caller;

  @GET
  @Path("{code}")
  @SecurityRequirement(name = "bearer")
  @Operation(summary = "The receipt of a draw of the caller's own; any other is not found")
  public ReceiptView one(@PathParam("code") String code) {
    return ReceiptView.of(history.byCode(caller.id(), code));
  }
}
