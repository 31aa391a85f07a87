package fan.encore.security.api;

import fan.encore.account.EnterAsGuest;
import fan.encore.account.Guests;
import fan.encore.security.GuestEntrance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Buying without an account, for programs. */
@Path("guests")
@Tag(name = "Auth")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class GuestsResource {

  @Inject private GuestEntrance entrance;
  @Context private HttpServletRequest request;

  /**
   * @param token for holds, orders, payments and tickets of this guest and nothing else
   * @param tokenType always {@code Bearer}
   * @param expiresIn seconds until the token ends; links in her mails open her orders afterwards
   */
  public record Welcome(String token, String tokenType, long expiresIn) {
    @Override
    public String toString() {
      return "Welcome[]";
    }
  }

  @POST
  @Operation(
      summary = "Go on without an account: a token for holds, orders and tickets",
      description = "The same whether the address has an account or not.")
  @APIResponse(responseCode = "201", description = "The token")
  @APIResponse(responseCode = "429", description = "Too many guests from one place")
  public Response enter(EnterAsGuest guest) {
    String token = entrance.enter(guest, request.getRemoteAddr());
    return Response.status(Response.Status.CREATED)
        .entity(new Welcome(token, "Bearer", Guests.BROWSER.toSeconds()))
        .build();
  }
}
