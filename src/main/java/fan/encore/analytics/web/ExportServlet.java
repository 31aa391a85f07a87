package fan.encore.analytics.web;

import fan.encore.analytics.EventExport;
import fan.encore.analytics.EventExports;
import fan.encore.analytics.ExportKind;
import fan.encore.analytics.ExportWish;
import fan.encore.analytics.FileFormat;
import fan.encore.order.OrderFilter;
import fan.encore.security.web.Caller;
import fan.encore.shared.BusinessError;
import fan.encore.shared.Errors;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.ZoneId;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * {@code /studio/export?kind=orders&format=csv&event=}: the orders or tickets of an event as a
 * file, with the filters of the list in the address as the list has them.
 */
@WebServlet("/studio/export")
public class ExportServlet extends HttpServlet {

  @Inject private transient EventExports exports;
  @Inject private transient Caller caller;

  @Inject
  @ConfigProperty(name = "ENCORE_BUSINESS_ZONE", defaultValue = "Asia/Tokyo")
  private String zone;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    EventExport export;
    try {
      export = exports.open(caller.id(), wish(request), caller.locale());
    } catch (IllegalArgumentException unknownWord) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    } catch (RuntimeException failed) {
      if (!(Errors.leaf(failed) instanceof BusinessError)) {
        throw failed;
      }
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    response.setContentType(export.contentType());
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("Content-Disposition", "attachment; filename=\"" + export.fileName() + "\"");
    export.writeTo(response.getOutputStream());
  }

  private ExportWish wish(HttpServletRequest request) {
    return new ExportWish(
        ExportKind.fromString(word(request, "kind")),
        FileFormat.fromString(word(request, "format")),
        OrderFilter.ofDays(
            request.getParameter("text"),
            request.getParameter("event"),
            request.getParameter("status"),
            request.getParameter("from"),
            request.getParameter("until"),
            ZoneId.of(zone)));
  }

  private static String word(HttpServletRequest request, String name) {
    String word = request.getParameter(name);
    return word == null ? "" : word;
  }
}
