package fan.encore.security.web;

import fan.encore.security.SignIns;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The cookie that keeps a browser signed in. Only its name and flags are here, see {@link SignIns}
 * for the secret in it.
 */
@ApplicationScoped
public class SignInCookie {

  @Inject
  @ConfigProperty(name = "ENCORE_BASE_URL")
  private String baseUrl;

  /**
   * @return the secret, or null
   */
  public String read(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    if (cookies != null) {
      for (Cookie cookie : cookies) {
        if (cookie.getName().equals(name()) && !cookie.getValue().isEmpty()) {
          return cookie.getValue();
        }
      }
    }
    return null;
  }

  void write(HttpServletResponse response, String token) {
    response.addCookie(cookie(token, (int) SignIns.LONGEST.toSeconds()));
  }

  void remove(HttpServletResponse response) {
    response.addCookie(cookie("", 0));
  }

  /** Whether Encore is reached by https. */
  boolean secure() {
    return baseUrl.startsWith("https:");
  }

  private String name() {
    return secure() ? "__Host-encore" : "encore";
  }

  private Cookie cookie(String value, int seconds) {
    Cookie cookie = new Cookie(name(), value);
    cookie.setPath("/");
    cookie.setMaxAge(seconds);
    cookie.setHttpOnly(true);
    cookie.setSecure(secure());
    cookie.setAttribute("SameSite", "Lax");
    return cookie;
  }
}
