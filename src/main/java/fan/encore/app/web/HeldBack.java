package fan.encore.app.web;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;

/** A response whose body is collected and not sent, so that it can be kept. */
final class HeldBack extends HttpServletResponseWrapper {

  private final ByteArrayOutputStream body = new ByteArrayOutputStream(32 * 1024);
  private ServletOutputStream stream;
  private PrintWriter writer;
  private boolean sent;

  HeldBack(HttpServletResponse response) {
    super(response);
  }

  /** All that was written. */
  byte[] body() {
    if (writer != null) {
      writer.flush();
    }
    return body.toByteArray();
  }

  /** True when an error or a redirection was sent, which is on its way already. */
  boolean isSent() {
    return sent;
  }

  @Override
  public void sendError(int status) throws IOException {
    sent = true;
    super.sendError(status);
  }

  @Override
  public void sendError(int status, String message) throws IOException {
    sent = true;
    super.sendError(status, message);
  }

  @Override
  public void sendRedirect(String location) throws IOException {
    sent = true;
    super.sendRedirect(location);
  }

  @Override
  public ServletOutputStream getOutputStream() {
    if (stream == null) {
      stream = new Collected();
    }
    return stream;
  }

  @Override
  public PrintWriter getWriter() {
    if (writer == null) {
      writer =
          new PrintWriter(new OutputStreamWriter(body, Charset.forName(getCharacterEncoding())));
    }
    return writer;
  }

  @Override
  public void setContentLength(int length) {
    // it is known when the body is
  }

  @Override
  public void setContentLengthLong(long length) {
    // it is known when the body is
  }

  @Override
  public void flushBuffer() {
    if (writer != null) {
      writer.flush();
    }
  }

  @Override
  public void resetBuffer() {
    body.reset();
    super.resetBuffer();
  }

  @Override
  public void reset() {
    body.reset();
    super.reset();
  }

  private final class Collected extends ServletOutputStream {

    @Override
    public void write(int next) {
      body.write(next);
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
      body.write(bytes, from, length);
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setWriteListener(WriteListener listener) {
      throw new IllegalStateException("Written at once");
    }
  }
}
