package fan.encore.app.web;

import fan.encore.shared.Texts;
import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Obeys the reader's choice of language: a link with {@code ?lang=ja} sets the cookie {@code lang}
 * for a year and leads back to the same page without the parameter; afterwards {@code
 * request.getLocale()} is that language, before what the browser asks for.
 */
@WebFilter(
    urlPatterns = "/*",
    dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.ERROR},
    asyncSupported = true)
public class LanguageFilter extends HttpFilter {

  /** The cookie, and the parameter. */
  public static final String NAME = "lang";

  private static final int YEAR_SECONDS = 365 * 24 * 60 * 60;

  /** Behind a proxy that ends TLS the request itself is plain. */
  @Inject
  @ConfigProperty(name = "ENCORE_BASE_URL")
  private String baseUrl;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Locale chosen = "GET".equals(request.getMethod()) ? chosen(request.getQueryString()) : null;
    if (chosen != null) {
      response.addCookie(cookie(chosen, SessionCookie.isHttps(baseUrl)));
      response.sendRedirect(
          response.encodeRedirectURL(here(request.getRequestURI(), request.getQueryString())));
      return;
    }
    Locale kept = kept(request.getCookies());
    chain.doFilter(kept == null ? request : new InLanguage(request, kept), response);
  }

  /** The same address without the choice; never another site, whatever the path begins with. */
  static String here(String path, String query) {
    String rest =
        query == null
            ? ""
            : Arrays.stream(query.split("&"))
                .filter(part -> !part.isEmpty() && !part.startsWith(NAME + "="))
                .collect(Collectors.joining("&"));
    String local = "/" + path.replace('\\', '/').replaceFirst("^/+", "");
    return rest.isEmpty() ? local : local + "?" + rest;
  }

  private static Locale chosen(String query) {
    if (query == null) {
      return null;
    }
    return Arrays.stream(query.split("&"))
        .filter(part -> part.startsWith(NAME + "="))
        .map(part -> supported(part.substring(NAME.length() + 1)))
        .findFirst()
        .orElse(null);
  }

  private static Locale kept(Cookie[] cookies) {
    for (Cookie cookie : cookies == null ? new Cookie[0] : cookies) {
      if (cookie.getName().equals(NAME)) {
        return supported(cookie.getValue());
      }
    }
    return null;
  }

  private static Locale supported(String code) {
    for (Locale language : Texts.LANGUAGES) {
      if (language.getLanguage().equals(code)) {
        return language;
      }
    }
    return null;
  }

  /** The cookie that keeps a choice of language for a year. */
  public static Cookie cookie(Locale language, boolean secure) {
    Cookie cookie = new Cookie(NAME, language.getLanguage());
    cookie.setPath("/");
    cookie.setMaxAge(YEAR_SECONDS);
    cookie.setHttpOnly(true);
    cookie.setSecure(secure);
    cookie.setAttribute("SameSite", "Lax");
    return cookie;
  }

  private static final class InLanguage extends HttpServletRequestWrapper {
    private final Locale language;

    InLanguage(HttpServletRequest request, Locale language) {
      super(request);
      this.language = language;
    }

    @Override
    public Locale getLocale() {
      return language;
    }

    @Override
    public Enumeration<Locale> getLocales() {
      return Collections.enumeration(List.of(language));
    }
  }
}
