package fan.encore.security.web;

import fan.encore.app.web.LanguageFilter;
import fan.encore.security.Identities;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;

/**
 * The browser at the other end of a page: its sign-in, its session, its address. For pages only.
 */
@RequestScoped
public class Browser {

  @Inject private SignInCookie cookie;
  @Inject private GuestCookie guestCookie;
  @Inject private Identities identities;

  /**
   * Keeps the browser signed in; a session of before gets another id (OWASP ASVS 5.0, 7.2.4). A
   * browser without a choice of language speaks the account's.
   */
  public void signedIn(String token) {
    if (request().getSession(false) != null) {
      request().changeSessionId();
    }
    cookie.write(response(), token);
    if (!external().getRequestCookieMap().containsKey(LanguageFilter.NAME)) {
      identities.bySignIn(token).ifPresent(identity -> speaks(identity.locale()));
    }
  }

  /**
   * Remembers a guest.
   *
   * @param pass of hers
   */
  public void guest(String pass) {
    guestCookie.write(response(), pass);
  }

  /** The pass of the guest at this browser, or null. */
  public String guestPass() {
    return guestCookie.read(request());
  }

  /** Forgets the sign-in or the guest, and everything in the session. */
  public void signedOut() {
    cookie.remove(response());
    guestCookie.remove(response());
    HttpSession session = request().getSession(false);
    if (session != null) {
      session.invalidate();
    }
  }

  /** The secret of the browser's sign-in, or null. */
  public String token() {
    return cookie.read(request());
  }

  public String address() {
    return request().getRemoteAddr();
  }

  /** The browser's own words about itself, or null. */
  public String device() {
    return request().getHeader("User-Agent");
  }

  /** From now on pages speak this language. */
  public void speaks(Locale language) {
    response().addCookie(LanguageFilter.cookie(language, cookie.secure()));
  }

  /**
   * @param path of this site
   */
  public void goTo(String path) {
    try {
      external().redirect(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static HttpServletRequest request() {
    return (HttpServletRequest) external().getRequest();
  }

  private static HttpServletResponse response() {
    return (HttpServletResponse) external().getResponse();
  }

  private static ExternalContext external() {
    return FacesContext.getCurrentInstance().getExternalContext();
  }
}
