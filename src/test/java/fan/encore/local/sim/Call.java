package fan.encore.local.sim;

import com.sun.net.httpserver.HttpExchange;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** One HTTP request and the means to answer it. */
final class Call {

  private static final int MAX_BODY_BYTES = 1 << 20;

  private final HttpExchange exchange;
  private final Map<String, String> path;
  private byte[] body;
  private Faults.Kind failure;

  Call(HttpExchange exchange, Map<String, String> path) {
    this.exchange = exchange;
    this.path = path;
  }

  /** A variable of the route, such as {@code id}. */
  String path(String name) {
    return path.get(name);
  }

  /** The first request header of this name, or null. */
  String header(String name) {
    return exchange.getRequestHeaders().getFirst(name);
  }

  /** A query parameter, or null. */
  String query(String name) {
    return decode(exchange.getRequestURI().getRawQuery()).get(name);
  }

  byte[] body() throws IOException {
    if (body == null) {
      body = exchange.getRequestBody().readNBytes(MAX_BODY_BYTES + 1);
      if (body.length > MAX_BODY_BYTES) {
        throw new Refused(413, "body_too_large", "The request body is larger than 1 MiB.");
      }
    }
    return body;
  }

  /** The body as a JSON object; an empty body is an empty object. */
  JsonObject json() throws IOException {
    try {
      String text = new String(body(), StandardCharsets.UTF_8);
      return text.isBlank() ? JsonValue.EMPTY_JSON_OBJECT : JsonText.parse(text);
    } catch (JsonException e) {
      throw new Refused(400, "invalid_json", "The request body is not a JSON object.");
    }
  }

  /** The fields of an HTML form. */
  Map<String, String> form() throws IOException {
    return decode(new String(body(), StandardCharsets.UTF_8));
  }

  /** The work will be done and its answer spoiled. */
  void failAfterwards(Faults.Kind kind) {
    failure = kind;
  }

  Call with(String header, String value) {
    exchange.getResponseHeaders().set(header, value);
    return this;
  }

  void json(int status, String document) throws IOException {
    bytes(status, "application/json", document.getBytes(StandardCharsets.UTF_8));
  }

  void json(int status, JsonValue document) throws IOException {
    json(status, document.toString());
  }

  void html(int status, String page) throws IOException {
    bytes(status, "text/html; charset=utf-8", page.getBytes(StandardCharsets.UTF_8));
  }

  /** 303: the browser follows with GET. */
  void redirect(String location) throws IOException {
    with("Location", location).bytes(303, "text/plain", new byte[0]);
  }

  void bytes(int status, String contentType, byte[] content) throws IOException {
    body();
    if (failure == Faults.Kind.LOST) {
      exchange.close();
      return;
    }
    if (failure == Faults.Kind.ERROR) {
      failure = null;
      throw new Refused(500, "internal_error", "The work was done and the answer failed.");
    }
    with("Content-Type", contentType).with("X-Content-Type-Options", "nosniff");
    if (!exchange.getResponseHeaders().containsKey("Cache-Control")) {
      with("Cache-Control", "no-store");
    }
    exchange.sendResponseHeaders(status, content.length == 0 ? -1 : content.length);
    exchange.getResponseBody().write(content);
    exchange.close();
  }

  private static Map<String, String> decode(String encoded) {
    Map<String, String> values = new HashMap<>();
    if (encoded == null) {
      return values;
    }
    for (String pair : encoded.split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        values.putIfAbsent(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
      }
    }
    return values;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
