package fan.encore.security.web;

import fan.encore.account.Guests;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** The cookie with the pass of a guest, beside that of a sign-in and never in place of it. */
@ApplicationScoped
public class GuestCookie {

  @Inject private SignInCookie signIn;

  /**
   * @return the pass, or null
   */
  public String read(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    if (cookies != null) {
      for (Cookie cookie : cookies) {
        if (cookie.getName().equals(name()) && cookie.getValue().startsWith(Guests.PREFIX)) {
          return cookie.getValue();
        }
      }
    }
    return null;
  }

  void write(HttpServletResponse response, String pass) {
    response.addCookie(cookie(pass, (int) Guests.BROWSER.toSeconds()));
  }

  void remove(HttpServletResponse response) {
    response.addCookie(cookie("", 0));
  }

  private String name() {
    return signIn.secure() ? "__Host-encore-guest" : "encore-guest";
  }

  private Cookie cookie(String value, int seconds) {
    Cookie cookie = new Cookie(name(), value);
    cookie.setPath("/");
    cookie.setMaxAge(seconds);
    cookie.setHttpOnly(true);
    cookie.setSecure(signIn.secure());
    cookie.setAttribute("SameSite", "Lax");
    return cookie;
  }
}
