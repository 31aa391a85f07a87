package fan.encore.promo.web;

import fan.encore.promo.PromoCsv;
import fan.encore.promo.StudioPromoCodes;
import fan.encore.security.web.Caller;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * An event's promo codes as CSV, all or those of one batch: {@code
 * /studio/promo-codes?slug=night&batch=SPRING}.
 */
@WebServlet("/studio/promo-codes")
public class PromoCodesDocument extends HttpServlet {

  @Inject private transient StudioPromoCodes codes;
  @Inject private transient Caller caller;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String batch = request.getParameter("batch");
    String text =
        PromoCsv.of(
            codes.export(
                caller.id(),
                request.getParameter("slug"),
                batch == null || batch.isBlank() ? null : batch));
    response.setContentType("text/csv;charset=UTF-8");
    response.setHeader("Content-Disposition", "attachment; filename=\"encore-promo-codes.csv\"");
    response.getWriter().print(text);
  }
}
