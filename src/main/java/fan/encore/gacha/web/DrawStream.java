package fan.encore.gacha.web;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * One open page of a fan, told by server-sent events. In its whole life it is sent a few kilobytes
 * at most, which the operating system takes at once even from a browser that does not read, so a
 * write waits for nobody.
 */
final class DrawStream {

  private static final int MOST_EVENTS = 200;

  private final long accountId;
  private final long openedNanos;
  private final AsyncContext request;
  private final ServletOutputStream out;
  private long writtenNanos;
  private String last;
  private int events;
  private boolean over;

  /**
   * @param after the last draw that the page knows, or the empty text
   */
  DrawStream(long accountId, AsyncContext request, String after, long nowNanos) throws IOException {
    this.accountId = accountId;
    this.request = request;
    this.last = after;
    this.openedNanos = nowNanos;
    this.writtenNanos = nowNanos;
    this.out = request.getResponse().getOutputStream();
  }

  long accountId() {
    return accountId;
  }

  long openedNanos() {
    return openedNanos;
  }

  /** The last draw that the page knows, or the empty text. */
  synchronized String last() {
    return last;
  }

  synchronized long writtenNanos() {
    return writtenNanos;
  }

  /** A draw's code; the browser names it as the last one it knows when it comes again. */
  synchronized void drawn(String code, long nowNanos) {
    write("id: " + code + "\nevent: drawn\ndata: " + code + "\n\n", nowNanos);
    last = code;
    events++;
    if (events >= MOST_EVENTS) {
      end();
    }
  }

  /** Sends the text of an event or a comment; ends the stream when the browser is gone. */
  synchronized void write(String text, long nowNanos) {
    if (over) {
      return;
    }
    try {
      out.write(text.getBytes(StandardCharsets.US_ASCII));
      out.flush();
      writtenNanos = nowNanos;
    } catch (IOException | IllegalStateException gone) {
      end();
    }
  }

  /** The browser comes again by itself. */
  synchronized void end() {
    if (over) {
      return;
    }
    over = true;
    try {
      request.complete();
    } catch (IllegalStateException already) {
      // the server has ended it
    }
  }

  synchronized boolean over() {
    return over;
  }
}
