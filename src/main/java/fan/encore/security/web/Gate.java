package fan.encore.security.web;

import static fan.encore.shared.Jsons.JSON;

import fan.encore.account.Roles;
import fan.encore.security.Identity;
import fan.encore.shared.Texts;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;

/**
 * Stands in front of personal pages: strangers are sent to sign in and come back afterwards, those
 * without the role find no page there. In the API it refuses bearer tokens that are not good; the
 * rest is asked at the services.
 */
@WebFilter(
    filterName = "gate",
    urlPatterns = {"/my/*", "/studio/*", "/admin/*", "/finance/*", "/api/*"},
    asyncSupported = true)
public class Gate extends HttpFilter {

  static final String REFUSAL = Gate.class.getName();

  /** Why the request is refused before it reaches anything. */
  enum Refusal {
    /** A bearer token was sent and is unknown, ended or too old. */
    INVALID_TOKEN,
    /** The database did not answer, so it is not known who is calling. */
    UNKNOWN
  }

  private static final Map<String, Set<String>> ROLES =
      Map.of(
          "my", Set.of(Roles.FAN),
          "studio", Set.of(Roles.ARTIST, Roles.ORGANIZER, Roles.CREW, Roles.ADMIN),
          "admin", Set.of(Roles.ADMIN),
          "finance", Set.of(Roles.FINANCE, Roles.ADMIN));

  /** What guests may see of the pages of fans: what they buy and bought. */
  private static final Set<String> FOR_GUESTS =
      Set.of(
          "/my/checkout",
          "/my/cart",
          "/my/payment",
          "/my/order",
          "/my/orders",
          "/my/tickets",
          "/my/ticket",
          "/my/ticket-pdf",
          "/my/invoice");

  private static final String KEEP = "/my/keep/";

  @Inject private Caller caller;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String path = request.getRequestURI();
    Object refusal = request.getAttribute(REFUSAL);
    boolean api = path.startsWith("/api/");
    if (api && refusal == Refusal.INVALID_TOKEN && !path.startsWith("/api/v1/auth/")) {
      response.setHeader("WWW-Authenticate", "Bearer error=\"invalid_token\"");
      problem(response, 401, "problem.unauthenticated");
    } else if (refusal == Refusal.UNKNOWN) {
      response.setHeader("Retry-After", "5");
      if (api) {
        problem(response, 503, "problem.unavailable");
      } else {
        response.sendError(503);
      }
    } else if (api || mayEnter(path)) {
      chain.doFilter(request, response);
    } else if (caller.signedIn()) {
      response.sendError(404);
    } else {
      askToSignIn(request, response);
    }
  }

  private boolean mayEnter(String path) {
    Set<String> needed = ROLES.get(path.split("/", 3)[1]);
    Identity identity = caller.identity();
    if (identity != null && identity.guest()) {
      return opensToGuests(path);
    }
    return identity != null
        && needed != null
        && identity.roles().stream().anyMatch(needed::contains);
  }

  private static boolean opensToGuests(String path) {
    return FOR_GUESTS.contains(path) || path.startsWith(KEEP);
  }

  private static void askToSignIn(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String query = request.getQueryString();
    boolean again = request.getMethod().equals("GET");
    String here = request.getRequestURI() + (again && query != null ? "?" + query : "");
    String target = "/sign-in?next=" + URLEncoder.encode(here, StandardCharsets.UTF_8);
    if ("partial/ajax".equals(request.getHeader("Faces-Request"))) {
      response.setContentType("text/xml");
      response.setCharacterEncoding("UTF-8");
      response
          .getWriter()
          .write(
              "<?xml version=\"1.0\" encoding=\"UTF-8\"?><partial-response><redirect url=\""
                  + target
                  + "\"/></partial-response>");
    } else {
      response.sendRedirect(target);
    }
  }

  private void problem(HttpServletResponse response, int status, String code) throws IOException {
    response.setStatus(status);
    response.setContentType("application/problem+json");
    response.setCharacterEncoding("UTF-8");
    response
        .getWriter()
        .write(
            JSON.createObjectBuilder()
                .add("type", "/problems/" + code)
                .add("title", Texts.get(caller.locale(), code))
                .add("status", status)
                .add("code", code)
                .add("errors", JSON.createArrayBuilder())
                .build()
                .toString());
  }
}
