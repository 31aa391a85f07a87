package fan.encore.app.web;

import fan.encore.shared.Codes;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.GZIPOutputStream;

/**
 * An answer as bytes, ready to be given again and again: with its headers, its ETag, and a second
 * time compressed, so that no request pays for that.
 */
final class KeptAnswer {

  private record Header(String name, String value) {}

  /** These are said anew each time. */
  private static final Set<String> OWN =
      Set.of("content-length", "content-type", "etag", "date", "connection");

  private final List<Header> headers = new ArrayList<>();
  private final String type;
  private final String tag;
  private final byte[] plain;
  private final byte[] packed;

  /**
   * @param response with its headers set and nothing written yet
   */
  KeptAnswer(HttpServletResponse response, byte[] body) {
    for (String name : response.getHeaderNames()) {
      if (!OWN.contains(name.toLowerCase(Locale.ROOT))) {
        response.getHeaders(name).forEach(value -> headers.add(new Header(name, value)));
      }
    }
    type = response.getContentType();
    tag = '"' + Codes.sha256(body).substring(0, 32) + '"';
    plain = body;
    packed = pack(body);
  }

  /** Answers with it, or with 304 when the asker has it already (RFC 9110, section 13.1.2). */
  void give(HttpServletResponse response, boolean unpacks, String known) throws IOException {
    headers.forEach(header -> response.addHeader(header.name(), header.value()));
    response.setHeader("ETag", tag);
    if (tag.equals(known)) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    byte[] body = unpacks ? packed : plain;
    response.setContentType(type);
    if (unpacks) {
      response.setHeader("Content-Encoding", "gzip");
    }
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  private static byte[] pack(byte[] body) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }
}
