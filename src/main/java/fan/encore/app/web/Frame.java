package fan.encore.app.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.stream.Stream;

/** What the frame around every page needs to know: where the reader is. */
@Named("frame")
@RequestScoped
public class Frame {

  @Inject private HttpServletRequest request;

  /** True when the page shown lies under this path: marks the entry of the navigation. */
  public boolean at(String path) {
    String here = path();
    return here.equals(path) || here.startsWith(path + "/") || here.startsWith(path + ".");
  }

  /** This page in another language, its parameters kept. */
  public String inLanguage(String code) {
    String here = LanguageFilter.here(path(), query());
    return here + (here.indexOf('?') < 0 ? "?" : "&") + LanguageFilter.NAME + "=" + code;
  }

  /** This page with its parameters, for the way back after signing in. */
  public String here() {
    return LanguageFilter.here(path(), query());
  }

  /** The page that had been open too long, as the parameter {@code from} tells; always here. */
  public String left() {
    String from = request.getParameter("from");
    return LanguageFilter.here(from == null ? "/" : from, null);
  }

  /** The path that was asked for, even where an error page answers. */
  private String path() {
    return Stream.of(RequestDispatcher.ERROR_REQUEST_URI, RequestDispatcher.FORWARD_REQUEST_URI)
        .map(request::getAttribute)
        .filter(Objects::nonNull)
        .findFirst()
        .map(Object::toString)
        .orElse(request.getRequestURI());
  }

  private String query() {
    Object forwarded = request.getAttribute(RequestDispatcher.FORWARD_QUERY_STRING);
    return forwarded == null ? request.getQueryString() : forwarded.toString();
  }
}
