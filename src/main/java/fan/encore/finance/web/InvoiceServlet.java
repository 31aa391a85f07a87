package fan.encore.finance.web;

import fan.encore.finance.Invoices;
import fan.encore.finance.NoInvoice;
import fan.encore.security.web.Caller;
import fan.encore.shared.Errors;
import fan.encore.storage.StoredFile;
import jakarta.ejb.EJBException;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Hands out {@code /my/invoice?code=} as a file to keep. */
@WebServlet("/my/invoice")
public class InvoiceServlet extends HttpServlet {

  @Inject private transient Invoices invoices;
  @Inject private transient Caller caller;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      send(invoices.pdf(caller.id(), request.getParameter("code"), caller.locale()), response);
    } catch (NoInvoice none) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    } catch (EJBException failed) {
      if (!(Errors.leaf(failed) instanceof NoInvoice)) {
        throw failed;
      }
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }

  private static void send(StoredFile file, HttpServletResponse response) throws IOException {
    response.setContentType(file.contentType());
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("Content-Disposition", "attachment; filename=\"" + file.key() + "\"");
    response.setContentLength(file.bytes().length);
    response.getOutputStream().write(file.bytes());
  }
}
