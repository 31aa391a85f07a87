package fan.encore.app.web;

import fan.encore.shared.Texts;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;

/**
 * Gives visitors who are not signed in the events as bytes from memory: a sale that begins is read
 * thousands of times a second. What may be kept says so itself with {@code s-maxage}; {@link
 * FreshAnswers} says for how long. Of those who ask for the same at the same moment one makes the
 * answer and the others wait for it. Registered first in {@code web.xml}: a kept answer has all its
 * headers.
 */
public class AnswerCache extends HttpFilter {

  private static final long serialVersionUID = 1L;

  private static final Set<String> PAGES = Set.of("/", "/event/search", "/event/detail");
  private static final Set<String> WORKPLACES =
      Set.of("/studio/", "/admin/", "/api/v1/studio/", "/api/v1/admin/");
  private static final String LIST = "/api/v1/events";

  @Inject private transient FreshAnswers answers;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (mayChange(request)) {
      try {
        chain.doFilter(request, response);
      } finally {
        answers.forget();
      }
      return;
    }
    String language = language(request);
    FreshAnswers.Place place =
        language != null && isPublic(request)
            ? answers.place(
                language + ' ' + request.getRequestURI() + '?' + request.getQueryString())
            : null;
    if (place == null) {
      chain.doFilter(request, response);
      return;
    }
    KeptAnswer kept = answers.fresh(place);
    if (kept == null) {
      synchronized (place) {
        kept = answers.fresh(place);
        if (kept == null) {
          kept = make(request, response, chain, place);
        }
      }
      if (kept == null) {
        return;
      }
    }
    kept.give(response, unpacks(request), request.getHeader("If-None-Match"));
  }

  /** Null when it may not be kept; then it has been given already. */
  private KeptAnswer make(
      HttpServletRequest request,
      HttpServletResponse response,
      FilterChain chain,
      FreshAnswers.Place place)
      throws IOException, ServletException {
    long edition = answers.edition();
    long begun = System.nanoTime();
    HeldBack held = new HeldBack(response);
    chain.doFilter(request, held);
    if (held.isSent()) {
      return null;
    }
    byte[] body = held.body();
    if (response.getStatus() != HttpServletResponse.SC_OK
        || !isShared(response.getHeader("Cache-Control"))
        || response.containsHeader("Set-Cookie")) {
      response.setContentLength(body.length);
      response.getOutputStream().write(body);
      return null;
    }
    KeptAnswer made = new KeptAnswer(response, body);
    answers.keep(place, made, edition, begun);
    response.reset();
    return made;
  }

  private static boolean isShared(String policy) {
    return policy != null && policy.contains("s-maxage");
  }

  /** Organizers and administrators at work: whoever reads next sees what they did. */
  private static boolean mayChange(HttpServletRequest request) {
    String path = request.getRequestURI();
    return !request.getMethod().equals("GET") && WORKPLACES.stream().anyMatch(path::startsWith);
  }

  private static boolean isPublic(HttpServletRequest request) {
    String path = request.getRequestURI();
    String query = request.getQueryString();
    return request.getMethod().equals("GET")
        && (PAGES.contains(path) || isEvent(path))
        && request.getHeader("Authorization") == null
        && (query == null || !query.contains(LanguageFilter.NAME + "="));
  }

  /** The list or one event, and nothing below it. */
  private static boolean isEvent(String path) {
    return path.startsWith(LIST)
        && (path.length() == LIST.length()
            || path.charAt(LIST.length()) == '/' && path.indexOf('/', LIST.length() + 1) < 0);
  }

  /** What the visitor reads; null for who has a cookie besides that of the language. */
  private static String language(HttpServletRequest request) {
    Locale asked = null;
    Cookie[] cookies = request.getCookies();
    for (Cookie cookie : cookies == null ? new Cookie[0] : cookies) {
      if (!cookie.getName().equals(LanguageFilter.NAME)) {
        return null;
      }
      asked = Locale.forLanguageTag(cookie.getValue());
    }
    return Texts.language(asked == null ? request.getLocale() : asked).getLanguage();
  }

  private static boolean unpacks(HttpServletRequest request) {
    String encodings = request.getHeader("Accept-Encoding");
    return encodings != null && encodings.contains("gzip");
  }
}
