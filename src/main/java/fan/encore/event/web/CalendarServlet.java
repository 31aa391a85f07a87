package fan.encore.event.web;

import fan.encore.artist.ArtistNotFound;
import fan.encore.event.EventCalendars;
import fan.encore.event.EventNotFound;
import fan.encore.security.web.Caller;
import fan.encore.shared.Errors;
import jakarta.ejb.EJBException;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Calendars for everybody: {@code /calendar/event.ics?slug=}, {@code artist.ics?code=}, {@code
 * organizer.ics?of=} the slug of one of the organizer's events, and {@code search.ics} with the
 * parameters of the search page.
 */
@WebServlet("/calendar/*")
public class CalendarServlet extends HttpServlet {

  @Inject private EventCalendars calendars;
  @Inject private Caller caller;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String calendar;
    try {
      calendar = calendar(request);
    } catch (EJBException | EventNotFound | ArtistNotFound failed) {
      Throwable leaf = Errors.leaf(failed);
      if (!(leaf instanceof EventNotFound || leaf instanceof ArtistNotFound)) {
        throw failed;
      }
      calendar = null;
    }
    if (calendar == null) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    byte[] bytes = calendar.getBytes(StandardCharsets.UTF_8);
    response.setContentType(EventCalendars.CONTENT_TYPE);
    response.setHeader("Cache-Control", "public, max-age=300");
    response.setHeader(
        "Content-Disposition", "inline; filename=\"" + request.getPathInfo().substring(1) + "\"");
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
  }

  private String calendar(HttpServletRequest request) {
    Locale locale = caller.locale();
    return switch (String.valueOf(request.getPathInfo())) {
      case "/event.ics" -> calendars.event(request.getParameter("slug"), locale);
      case "/artist.ics" -> calendars.artist(request.getParameter("code"), locale);
      case "/organizer.ics" -> calendars.organizerOf(request.getParameter("of"), locale);
      case "/search.ics" ->
          calendars.search(EventWish.of(request::getParameter).search(0, 100), locale);
      default -> null;
    };
  }
}
