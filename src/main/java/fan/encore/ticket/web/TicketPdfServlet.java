package fan.encore.ticket.web;

import fan.encore.security.web.Caller;
import fan.encore.shared.Errors;
import fan.encore.ticket.TicketFile;
import fan.encore.ticket.TicketNotFound;
import fan.encore.ticket.Tickets;
import jakarta.ejb.EJBException;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Hands out {@code /my/ticket-pdf?order=} or {@code ?ticket=} as a file to keep. */
@WebServlet("/my/ticket-pdf")
public class TicketPdfServlet extends HttpServlet {

  @Inject private Tickets tickets;
  @Inject private Caller caller;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String order = request.getParameter("order");
    String code = order == null ? request.getParameter("ticket") : order;
    try {
      send(tickets.pdf(caller.id(), code, caller.locale()), response);
    } catch (TicketNotFound none) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    } catch (EJBException failed) {
      if (!(Errors.leaf(failed) instanceof TicketNotFound)) {
        throw failed;
      }
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }

  private static void send(TicketFile file, HttpServletResponse response) throws IOException {
    response.setContentType("application/pdf");
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("Content-Disposition", "attachment; filename=\"" + file.name() + "\"");
    response.setContentLength(file.bytes().length);
    response.getOutputStream().write(file.bytes());
  }
}
