package fan.encore.ticket.web;

import fan.encore.event.EventCalendars;
import fan.encore.security.web.Caller;
import fan.encore.shared.Errors;
import fan.encore.ticket.TicketCalendars;
import fan.encore.ticket.TicketFile;
import fan.encore.ticket.TicketNotFound;
import fan.encore.ticket.WalletPasses;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * What fans keep of their tickets: {@code /my/keep/calendar.ics?ticket=} or {@code ?order=}, {@code
 * /my/keep/apple?ticket=} a pass for Apple's Wallet, {@code /my/keep/google?ticket=} leads to
 * Google's.
 */
@WebServlet("/my/keep/*")
public class KeepServlet extends HttpServlet {

  @Inject private WalletPasses passes;
  @Inject private TicketCalendars calendars;
  @Inject private Caller caller;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader("Cache-Control", "no-store");
    try {
      answer(request, response);
    } catch (RuntimeException failed) {
      if (!(Errors.leaf(failed) instanceof TicketNotFound)) {
        throw failed;
      }
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }

  private void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String ticket = request.getParameter("ticket");
    switch (String.valueOf(request.getPathInfo())) {
      case "/calendar.ics" -> {
        String code = ticket == null ? request.getParameter("order") : ticket;
        String text = calendars.of(caller.id(), code, caller.locale());
        send(
            response,
            EventCalendars.CONTENT_TYPE,
            code + ".ics",
            text.getBytes(StandardCharsets.UTF_8));
      }
      case "/apple" -> {
        TicketFile pass = passes.applePass(caller.id(), ticket, caller.locale());
        send(response, "application/vnd.apple.pkpass", pass.name(), pass.bytes());
      }
      case "/google" ->
          response.sendRedirect(passes.googleLink(caller.id(), ticket, caller.locale()));
      default -> response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }

  private static void send(
      HttpServletResponse response, String contentType, String name, byte[] bytes)
      throws IOException {
    response.setContentType(contentType);
    response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
  }
}
