package fan.encore.account.api;

import fan.encore.account.Accounts;
import fan.encore.account.Profile;
import fan.encore.account.UpdateProfile;
import fan.encore.security.web.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The caller's own account. */
@Path("me")
@Tag(name = "Me")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class MeResource {

  @Inject private Accounts accounts;
  @Inject private Caller caller;

  @GET
  @Operation(summary = "My account")
  public Profile me() {
    return accounts.profile(caller.id());
  }

  @PUT
  @Operation(summary = "Change my profile; what is left out is erased")
  public Profile update(UpdateProfile command) {
    return accounts.updateProfile(caller.id(), command);
  }
}
