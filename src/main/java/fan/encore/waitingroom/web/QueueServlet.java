package fan.encore.waitingroom.web;

import fan.encore.waitingroom.Board;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Tells waiting fans where they stand: {@code /queue/poll?slip=...}. Answered from memory, without
 * asking who it is, with less than 200 bytes; {@code pollMillis} says when to come again.
 */
@WebServlet("/queue/poll")
public class QueueServlet extends HttpServlet {

  private static final String SLIP = "slip=";

  @Inject private transient Board board;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String query = request.getQueryString();
    String answer =
        query == null || !query.startsWith(SLIP)
            ? null
            : board.answer(query.substring(SLIP.length()));
    byte[] body =
        (answer == null ? "{\"state\":\"UNKNOWN\",\"pollMillis\":5000}" : answer)
            .getBytes(StandardCharsets.US_ASCII);
    response.setStatus(answer == null ? HttpServletResponse.SC_NOT_FOUND : 200);
    response.setContentType("application/json");
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
