package fan.encore.gacha.web;

import fan.encore.security.web.Caller;
import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Server-sent events for the fan's open pages: {@code /my/draw-news?after=DRW-...} tells the codes
 * of her draws after that one, and nothing else of them. What a draw brought is read from its
 * receipt by the page itself.
 */
@WebServlet(urlPatterns = "/my/draw-news", asyncSupported = true)
public class DrawNewsServlet extends HttpServlet {

  private static final int CODE_LENGTH = 40;

  @Inject private transient DrawStreams streams;
  @Inject private transient Caller caller;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (streams.full()) {
      response.setHeader("Retry-After", "60");
      response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
      return;
    }
    response.setContentType("text/event-stream");
    response.setCharacterEncoding("UTF-8");
    response.setHeader("X-Accel-Buffering", "no");
    AsyncContext async = request.startAsync();
    async.setTimeout(0);
    DrawStream stream = new DrawStream(caller.id(), async, after(request), System.nanoTime());
    async.addListener(new Farewell(stream));
    // Browsers that lost one node do not all knock at the next in the same second.
    int retryMillis = ThreadLocalRandom.current().nextInt(1_000, 4_000);
    stream.write("retry: " + retryMillis + "\n:\n\n", System.nanoTime());
    streams.open(stream);
  }

  /** What a browser that comes again knows, else what the page knew. */
  private static String after(HttpServletRequest request) {
    String last = request.getHeader("Last-Event-ID");
    String after = last == null ? request.getParameter("after") : last;
    return after == null || after.length() > CODE_LENGTH || after.indexOf('\0') >= 0 ? "" : after;
  }

  private final class Farewell implements AsyncListener {
    private final DrawStream stream;

    private Farewell(DrawStream stream) {
      this.stream = stream;
    }

    @Override
    public void onComplete(AsyncEvent event) {
      streams.close(stream);
    }

    @Override
    public void onTimeout(AsyncEvent event) {
      streams.close(stream);
    }

    @Override
    public void onError(AsyncEvent event) {
      streams.close(stream);
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
      // never started twice
    }
  }
}
