package fan.encore.analytics.web;

import fan.encore.analytics.FileFormat;
import fan.encore.analytics.Period;
import fan.encore.analytics.ReportFile;
import fan.encore.analytics.SalesReport;
import fan.encore.analytics.SalesReports;
import fan.encore.security.web.Caller;
import fan.encore.shared.BusinessError;
import fan.encore.shared.Errors;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;

/** {@code /studio/report-file?slug=&from=&until=&format=csv}: the report as a file. */
@WebServlet("/studio/report-file")
public class ReportServlet extends HttpServlet {

  @Inject private transient SalesReports reports;
  @Inject private transient Caller caller;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    FileFormat format =
        "xlsx".equals(request.getParameter("format")) ? FileFormat.XLSX : FileFormat.CSV;
    List<SalesReport> found;
    try {
      found = found(request);
    } catch (RuntimeException failed) {
      if (!(Errors.leaf(failed) instanceof BusinessError)) {
        throw failed;
      }
      found = List.of();
    }
    if (found.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    ReportFile file = new ReportFile(found, format, caller.locale());
    response.setContentType(file.contentType());
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("Content-Disposition", "attachment; filename=\"" + file.fileName() + "\"");
    file.writeTo(response.getOutputStream());
  }

  private List<SalesReport> found(HttpServletRequest request) {
    Period period = Period.of(request.getParameter("from"), request.getParameter("until"));
    String slug = request.getParameter("slug");
    return slug == null || slug.isBlank()
        ? reports.ofOrganizer(caller.id(), period)
        : List.of(reports.ofEvent(caller.id(), slug, period));
  }
}
