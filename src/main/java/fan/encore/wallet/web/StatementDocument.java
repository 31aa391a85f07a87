package fan.encore.wallet.web;

import fan.encore.security.web.Caller;
import fan.encore.wallet.WalletHistory;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.YearMonth;

/** The statement on paper: {@code /my/wallet-statement?month=2026-11}. */
@WebServlet("/my/wallet-statement")
public class StatementDocument extends HttpServlet {

  @Inject private transient WalletHistory history;
  @Inject private transient Caller caller;
  @Inject private transient Clock clock;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    YearMonth month = StatementPage.read(request.getParameter("month"), clock);
    byte[] bytes = new StatementPdf(caller.locale(), history.statement(caller.id(), month)).bytes();
    response.setContentType("application/pdf");
    response.setHeader(
        "Content-Disposition", "attachment; filename=\"encore-statement-" + month + ".pdf\"");
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
  }
}
