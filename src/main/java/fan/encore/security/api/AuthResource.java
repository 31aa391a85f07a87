package fan.encore.security.api;

import fan.encore.account.Accounts;
import fan.encore.account.Register;
import fan.encore.security.ApiTokens;
import fan.encore.security.Attempt;
import fan.encore.security.TokenPair;
import fan.encore.security.web.EncoreAuthentication;
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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Becoming and being somebody, for programs. */
@Path("auth")
@Tag(name = "Auth")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class AuthResource {

  @Inject private Accounts accounts;
  @Inject private ApiTokens tokens;
  @Context private HttpServletRequest request;

  /**
   * @param id the new account's number
   * @param status {@code UNCONFIRMED}: a mail with a token was sent
   */
  public record Registered(long id, String status) {}

  /**
   * @param token of the verification mail
   */
  public record Confirm(String token) {}

  /**
   * @param email that has an unconfirmed account
   */
  public record SendAgain(String email) {}

  /**
   * @param email in any case
   */
  public record Login(String email, String password) {
    @Override
    public String toString() {
      return "Login[]";
    }
  }

  /**
   * @param refreshToken of the last answer
   */
  public record Refresh(String refreshToken) {
    @Override
    public String toString() {
      return "Refresh[]";
    }
  }

  /**
   * @param tokenType always {@code Bearer}
   * @param expiresIn seconds until the access token ends
   */
  public record Tokens(String accessToken, String tokenType, long expiresIn, String refreshToken) {
    static Tokens of(TokenPair pair) {
      return new Tokens(pair.accessToken(), "Bearer", pair.expiresInSeconds(), pair.refreshToken());
    }

    @Override
    public String toString() {
      return "Tokens[]";
    }
  }

  @POST
  @Path("register")
  @Operation(summary = "Open an account; a mail with a token is sent")
  public Response register(Register command) {
    long id = accounts.register(command);
    return Response.status(Response.Status.CREATED)
        .entity(new Registered(id, "UNCONFIRMED"))
        .build();
  }

  @POST
  @Path("confirm")
  @Operation(summary = "Confirm the e-mail address with the token of the mail")
  public void confirm(Confirm command) {
    accounts.confirm(command == null ? null : command.token());
  }

  @POST
  @Path("confirmation-mails")
  @Operation(summary = "Send the verification mail again, at most three an hour")
  public Response sendAgain(SendAgain command) {
    accounts.sendVerificationAgain(command == null ? null : command.email());
    return Response.accepted().build();
  }

  @POST
  @Path("login")
  @Operation(summary = "Get an access token for 15 minutes and a refresh token")
  public Tokens login(Login command) {
    Attempt attempt =
        command == null
            ? null
            : new Attempt(
                command.email(),
                command.password(),
                request.getRemoteAddr(),
                request.getHeader("User-Agent"));
    return Tokens.of(tokens.issue(attempt));
  }

  @POST
  @Path("refresh")
  @Operation(summary = "Exchange a refresh token, once, for the next pair of tokens")
  public Tokens refresh(Refresh command) {
    return Tokens.of(tokens.refresh(command == null ? null : command.refreshToken()));
  }

  @POST
  @Path("logout")
  @Operation(summary = "End the tokens of this sign-in")
  public void logout(Refresh command) {
    tokens.revoke(
        command == null || command.refreshToken() == null
            ? EncoreAuthentication.bearer(request)
            : command.refreshToken());
  }
}
