package fan.encore.wallet.web;

import fan.encore.security.web.Caller;
import fan.encore.storage.Spreadsheet;
import fan.encore.wallet.EntryFilter;
import fan.encore.wallet.WalletEntry;
import fan.encore.wallet.WalletHistory;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;

/**
 * The history as CSV (RFC 4180), with the page's filters: {@code /my/wallet-history?purse=paid}.
 */
@WebServlet("/my/wallet-history")
public class HistoryDocument extends HttpServlet {

  @Inject private transient WalletHistory history;
  @Inject private transient Caller caller;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    EntryFilter filter =
        WalletDays.filter(
            request.getParameter("purse"),
            request.getParameter("kind"),
            request.getParameter("from"),
            request.getParameter("to"));
    response.setContentType("text/csv;charset=UTF-8");
    response.setHeader("Content-Disposition", "attachment; filename=\"encore-diamonds.csv\"");
    PrintWriter out = response.getWriter();
    out.print("time,purse,kind,reference,diamonds,balance_after\r\n");
    for (WalletEntry entry : history.entries(caller.id(), filter, 0, WalletHistory.MOST).rows()) {
      out.print(entry.at() + "," + entry.purse() + "," + entry.kind() + ",");
      out.print(quoted(entry.reference()));
      out.print("," + entry.diamonds() + "," + entry.balanceAfter() + "\r\n");
    }
  }

  private static String quoted(String text) {
    return "\"" + Spreadsheet.plain(text).replace("\"", "\"\"") + "\"";
  }
}
