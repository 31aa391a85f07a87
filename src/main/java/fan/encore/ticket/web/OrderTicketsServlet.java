package fan.encore.ticket.web;

import fan.encore.security.web.Caller;
import fan.encore.shared.BusinessError;
import fan.encore.shared.Errors;
import fan.encore.ticket.OrderTickets;
import fan.encore.ticket.TicketFile;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Hands out {@code /studio/ticket-pdf?order=} to the organizer who sold it at the door. */
@WebServlet("/studio/ticket-pdf")
public class OrderTicketsServlet extends HttpServlet {

  @Inject private transient OrderTickets tickets;
  @Inject private transient Caller caller;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    TicketFile file;
    try {
      file = tickets.pdf(caller.id(), request.getParameter("order"), caller.locale());
    } catch (RuntimeException failed) {
      if (!(Errors.leaf(failed) instanceof BusinessError)) {
        throw failed;
      }
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    response.setContentType("application/pdf");
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("Content-Disposition", "attachment; filename=\"" + file.name() + "\"");
    response.setContentLength(file.bytes().length);
    response.getOutputStream().write(file.bytes());
  }
}
