package fan.encore.gacha.api;

import fan.encore.gacha.Chain;
import fan.encore.gacha.Chains;
import fan.encore.security.web.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The caller's chains of draws: what the server committed to, and what it told since. */
@Path("chains")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Gacha")
public class ChainsResource {

  @Inject private Chains chains;
  @Inject private Caller caller;

  @GET
  @SecurityRequirement(name = "bearer")
  @Operation(summary = "The caller's chains; a seed is shown once it was revealed")
  public List<Chain> mine() {
    return chains.of(caller.id());
  }

  @POST
  @Path("{group}/rotation")
  @SecurityRequirement(name = "bearer")
  @Operation(summary = "Reveals the seed of the caller's chain in a group and opens the next chain")
  public Chain rotate(@PathParam("group") String group) {
    return chains.rotate(caller.id(), group);
  }
}
