package fan.encore.security.web;

import fan.encore.account.Guests;
import fan.encore.security.Identities;
import fan.encore.security.Identity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Tells the container who is calling: by the cookie's secret for pages, by a bearer token for the
 * API, where our own scripts may use the cookie too. Who is not signed in may be a guest with a
 * pass. It never refuses: {@link Gate} and the services' roles do.
 */
@ApplicationScoped
public class EncoreAuthentication implements HttpAuthenticationMechanism {

  private static final Logger LOG = Logger.getLogger(EncoreAuthentication.class.getName());
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
  private static final String BEARER = "bearer ";
  private static final String DOOR = "/api/v1/check-ins";
  private static final String API = "/api/v1/";

  /** What guests may use of the API, by the first part of the path. */
  private static final Set<String> FOR_GUESTS =
      Set.of("events", "reservations", "orders", "cart", "cart-orders", "payments", "tickets");

  @Inject private Identities identities;
  @Inject private SignInCookie cookie;
  @Inject private GuestCookie guestCookie;

  @Override
  public AuthenticationStatus validateRequest(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
    String path = request.getRequestURI();
    if (isStatic(path)) {
      return context.doNothing();
    }
    try {
      Optional<Identity> found = path.startsWith("/api/") ? ofApi(request) : ofPage(request);
      if (found.isEmpty()) {
        return context.doNothing();
      }
      Identity identity = found.get();
      request.setAttribute(Caller.IDENTITY, identity);
      return context.notifyContainerAboutLogin(
          Long.toString(identity.accountId()), identity.roles());
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "Nobody can be recognised now", e);
      request.setAttribute(Gate.REFUSAL, Gate.Refusal.UNKNOWN);
      return context.doNothing();
    }
  }

  private Optional<Identity> ofPage(HttpServletRequest request) {
    String token = cookie.read(request);
    return (token == null ? Optional.<Identity>empty() : identities.bySignIn(token))
        .or(() -> ofGuest(request));
  }

  private Optional<Identity> ofGuest(HttpServletRequest request) {
    String pass = guestCookie.read(request);
    return pass == null ? Optional.empty() : ofGuest(request, pass);
  }

  /** In the API, a guest is nobody outside of what she buys and bought. */
  private Optional<Identity> ofGuest(HttpServletRequest request, String pass) {
    String path = request.getRequestURI();
    boolean open =
        !path.startsWith("/api/")
            || path.startsWith(API)
                && FOR_GUESTS.contains(path.substring(API.length()).split("/")[0]);
    return open ? identities.byGuestPass(pass) : Optional.empty();
  }

  private Optional<Identity> ofApi(HttpServletRequest request) {
    String token = bearer(request);
    if (token == null) {
      return SAFE.contains(request.getMethod()) || isOurPage(request)
          ? ofPage(request)
          : Optional.empty();
    }
    Optional<Identity> found =
        token.startsWith(Identities.DEVICE)
            ? ofDoor(request, token)
            : token.startsWith(Guests.PREFIX)
                ? ofGuest(request, token)
                : identities.byAccessToken(token);
    if (found.isEmpty()) {
      request.setAttribute(Gate.REFUSAL, Gate.Refusal.INVALID_TOKEN);
    }
    return found;
  }

  /** A device at a door is nobody anywhere else. */
  private Optional<Identity> ofDoor(HttpServletRequest request, String token) {
    String path = request.getRequestURI();
    return path.equals(DOOR) || path.startsWith(DOOR + "/")
        ? identities.byDevice(token)
        : Optional.empty();
  }

  /**
   * @return the token after {@code Authorization: Bearer}, or null
   */
  public static String bearer(HttpServletRequest request) {
    String header = request.getHeader("Authorization");
    return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
        ? header.substring(BEARER.length()).strip()
        : null;
  }

  /**
   * Other sites can neither forge Sec-Fetch-Site nor send a header of one's own without our consent
   * (CORS).
   */
  private static boolean isOurPage(HttpServletRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    return site == null
        ? request.getHeader("X-Requested-With") != null
        : site.equals("same-origin") || site.equals("none");
  }

  private static boolean isStatic(String path) {
    return path.startsWith("/jakarta.faces.resource/")
        || path.startsWith("/media/")
        || path.startsWith("/queue/")
        || path.startsWith("/health")
        || path.startsWith("/metrics");
  }
}
