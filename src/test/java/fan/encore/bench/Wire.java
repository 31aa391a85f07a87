package fan.encore.bench;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One HTTP/1.1 connection that is kept open, as thin as can be: whoever generates the load shares
 * the processors with the server. For one thread.
 */
final class Wire implements Closeable {

  private static final int PATIENCE_MS = 60_000;

  private final URI base;
  private Socket socket;
  private InputStream in;

  /**
   * What came back; the body as it was sent.
   *
   * @param comeAgain whether it says when to come again
   */
  record Answer(int status, boolean comeAgain, String body) {
    boolean isGood() {
      return status >= 200 && status < 300;
    }

    /** Refused for the moment, as an overrun server should. */
    boolean isRefused() {
      return status == 503 && comeAgain;
    }
  }

  Wire(String base) {
    this.base = URI.create(base);
  }

  Answer get(String path, String token) throws IOException {
    return send("GET", path, token, null, null);
  }

  /**
   * @param token bearer token, or null
   * @param key Idempotency-Key, or null
   * @param json body
   */
  Answer post(String path, String token, String key, String json) throws IOException {
    return send("POST", path, token, key, json);
  }

  Answer delete(String path, String token) throws IOException {
    return send("DELETE", path, token, null, null);
  }

  private Answer send(String method, String path, String token, String key, String json)
      throws IOException {
    byte[] body = json == null ? new byte[0] : json.getBytes(StandardCharsets.UTF_8);
    StringBuilder head = new StringBuilder(300);
    head.append(method).append(' ').append(path).append(" HTTP/1.1\r\nHost: ");
    head.append(base.getAuthority()).append("\r\n");
    if (token != null) {
      head.append("Authorization: Bearer ").append(token).append("\r\n");
    }
    if (key != null) {
      head.append("Idempotency-Key: ").append(key).append("\r\n");
    }
    if (json != null) {
      head.append("Content-Type: application/json\r\n");
    }
    head.append("Content-Length: ").append(body.length).append("\r\n\r\n");
    byte[] start = head.toString().getBytes(StandardCharsets.ISO_8859_1);
    byte[] whole = new byte[start.length + body.length];
    System.arraycopy(start, 0, whole, 0, start.length);
    System.arraycopy(body, 0, whole, start.length, body.length);
    try {
      open();
      socket.getOutputStream().write(whole);
      return receive();
    } catch (IOException e) {
      close();
      throw e;
    }
  }

  private void open() throws IOException {
    if (socket == null) {
      socket = new Socket(base.getHost(), base.getPort());
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(PATIENCE_MS);
      in = new BufferedInputStream(socket.getInputStream(), 32 * 1024);
    }
  }

  private Answer receive() throws IOException {
    int status = Integer.parseInt(line().split(" ", 3)[1]);
    int length = 0;
    boolean chunked = false;
    boolean last = false;
    boolean comeAgain = false;
    for (String line = line(); !line.isEmpty(); line = line()) {
      String header = line.toLowerCase(Locale.ROOT);
      if (header.startsWith("content-length:")) {
        length = Integer.parseInt(header.substring(15).strip());
      } else if (header.startsWith("transfer-encoding:")) {
        chunked = header.contains("chunked");
      } else if (header.startsWith("connection:")) {
        last = header.contains("close");
      } else if (header.startsWith("retry-after:")) {
        comeAgain = true;
      }
    }
    String body = chunked ? chunks() : text(length);
    if (last) {
      close();
    }
    return new Answer(status, comeAgain, body);
  }

  private String chunks() throws IOException {
    StringBuilder body = new StringBuilder();
    for (int size = size(); size > 0; size = size()) {
      body.append(text(size));
      line();
    }
    line();
    return body.toString();
  }

  private int size() throws IOException {
    return Integer.parseInt(line().split(";", 2)[0].strip(), 16);
  }

  private String text(int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("The server closed the connection");
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder(64);
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("The server closed the connection");
      }
      if (next != '\r') {
        line.append((char) next);
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    if (socket != null) {
      socket.close();
      socket = null;
    }
  }
}
