package fan.encore.finance.web;

import fan.encore.finance.UnusedBalance;
import fan.encore.security.web.Caller;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;

/** The figure as a file: {@code /finance/unused-document?date=2026-09-30&format=pdf}, or xlsx. */
@WebServlet("/finance/unused-document")
public class UnusedDocument extends HttpServlet {

  @Inject private transient UnusedBalance balance;
  @Inject private transient Caller caller;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    LocalDate asked = Days.read(request.getParameter("date"));
    LocalDate date = asked == null ? balance.today() : asked;
    boolean sheet = "xlsx".equals(request.getParameter("format"));
    String format = sheet ? "xlsx" : "pdf";
    byte[] bytes = balance.document(date, caller.locale(), format);
    response.setContentType(
        sheet
            ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            : "application/pdf");
    response.setHeader(
        "Content-Disposition",
        "attachment; filename=\"encore-unused-" + date + "." + format + "\"");
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
  }
}
