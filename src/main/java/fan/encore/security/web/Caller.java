package fan.encore.security.web;

import fan.encore.app.web.LanguageFilter;
import fan.encore.security.Identity;
import fan.encore.security.NotSignedIn;
import fan.encore.shared.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;

/**
 * Who is calling, for pages and resources; in views {@code caller}. Edges pass its {@link #id()} to
 * the core. One for all requests: the injected request is always the one that is being answered.
 */
@Named("caller")
@ApplicationScoped
public class Caller {

  static final String IDENTITY = Caller.class.getName();

  @Inject private HttpServletRequest request;

  /** Whether somebody with an account is calling. */
  public boolean signedIn() {
    return identity() != null && !identity().guest();
  }

  public boolean isSignedIn() {
    return signedIn();
  }

  /** Whether somebody is calling who buys without an account. */
  public boolean isGuest() {
    return identity() != null && identity().guest();
  }

  /**
   * The account's number, or the guest's.
   *
   * @throws NotSignedIn if nobody is signed in; the API answers 401
   */
  public long id() {
    Identity identity = identity();
    if (identity == null) {
      throw new NotSignedIn();
    }
    return identity.accountId();
  }

  public long getId() {
    return id();
  }

  /** Number of the device at a door that is calling for the account, or null. */
  public Long device() {
    Identity identity = identity();
    return identity == null ? null : identity.deviceId();
  }

  /** Display name, or the empty text when nobody is signed in. */
  public String name() {
    Identity identity = identity();
    return identity == null ? "" : identity.displayName();
  }

  public String getName() {
    return name();
  }

  /**
   * @param role a name of {@link fan.encore.account.Roles}
   */
  public boolean is(String role) {
    Identity identity = identity();
    return identity != null && identity.roles().contains(role);
  }

  /**
   * The language to speak: the one chosen in this browser, else the account's, else the browser's
   * own.
   */
  public Locale locale() {
    Cookie[] cookies = request.getCookies();
    if (cookies != null) {
      for (Cookie cookie : cookies) {
        if (cookie.getName().equals(LanguageFilter.NAME)) {
          return Texts.language(Locale.forLanguageTag(cookie.getValue()));
        }
      }
    }
    Identity identity = identity();
    return Texts.language(identity == null ? request.getLocale() : identity.locale());
  }

  public Locale getLocale() {
    return locale();
  }

  /** Null when nobody is signed in. */
  Identity identity() {
    return (Identity) request.getAttribute(IDENTITY);
  }
}
