package fan.encore.finance.web;

import fan.encore.finance.NoReport;
import fan.encore.finance.Reports;
import fan.encore.security.web.Caller;
import fan.encore.storage.StoredFile;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;

/** The report as a file: {@code /finance/document?day=2026-11-20&format=pdf}, or xlsx. */
@WebServlet("/finance/document")
public class ReportDocument extends HttpServlet {

  @Inject private transient Reports reports;
  @Inject private transient Caller caller;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    LocalDate day = Days.read(request.getParameter("day"));
    String format = "xlsx".equals(request.getParameter("format")) ? "xlsx" : "pdf";
    StoredFile file;
    try {
      file = reports.document(day == null ? LocalDate.EPOCH : day, caller.locale(), format);
    } catch (NoReport none) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    response.setContentType(file.contentType());
    response.setHeader(
        "Content-Disposition", "attachment; filename=\"encore-" + day + "." + format + "\"");
    response.setContentLength(file.bytes().length);
    response.getOutputStream().write(file.bytes());
  }
}
