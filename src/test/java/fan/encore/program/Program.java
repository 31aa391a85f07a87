package fan.encore.program;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A program that talks to Encore over HTTP, as somebody or as nobody. Follows no redirects. */
public final class Program {

  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  private final String url;
  private final Map<String, String> headers;

  /**
   * @param url address without a slash at the end
   */
  public Program(String url) {
    this(url, Map.of());
  }

  private Program(String url, Map<String, String> headers) {
    this.url = url;
    this.headers = headers;
  }

  /** What came back. */
  public record Answer(String request, int status, HttpHeaders headers, byte[] body) {

    public String text() {
      return new String(body, StandardCharsets.UTF_8);
    }

    public JsonObject json() {
      return value().asJsonObject();
    }

    public JsonArray array() {
      return value().asJsonArray();
    }

    /** First value of a header, or an empty text. */
    public String header(String name) {
      return headers.firstValue(name).orElse("");
    }

    /**
     * @throws AssertionError with the answer when its status is another one
     */
    public Answer expect(int wanted) {
      assertEquals(wanted, status, () -> request + " answered " + text());
      return this;
    }

    /** Checks that this is a problem document (RFC 9457) with this status and error code. */
    public Answer expect(int wanted, String code) {
      expect(wanted);
      assertEquals("application/problem+json", header("Content-Type").split(";")[0], request);
      assertEquals(code, json().getString("code"), request);
      assertEquals(wanted, json().getInt("status"), request);
      assertEquals("/problems/" + code, json().getString("type"), request);
      return this;
    }

    private JsonValue value() {
      try (var reader = Json.createReader(new StringReader(text()))) {
        return reader.readValue();
      }
    }
  }

  /** The same program with one more header in every request. */
  public Program with(String name, String value) {
    Map<String, String> more = new java.util.TreeMap<>(headers);
    more.put(name, value);
    return new Program(url, more);
  }

  /** The same program, calling as the owner of an access token. */
  public Program bearing(String accessToken) {
    return with("Authorization", "Bearer " + accessToken);
  }

  /** Signs in and calls as that account from then on. */
  public Program signedIn(String email, String password) {
    JsonObject login =
        Json.createObjectBuilder().add("email", email).add("password", password).build();
    Answer tokens = post("/api/v1/auth/login", login).expect(200);
    return bearing(tokens.json().getString("accessToken"));
  }

  /** With a fresh {@code Idempotency-Key}. */
  public Program once() {
    return with("Idempotency-Key", UUID.randomUUID().toString());
  }

  public Answer get(String path) {
    return send("GET", path, null, BodyPublishers.noBody());
  }

  public Answer delete(String path) {
    return send("DELETE", path, null, BodyPublishers.noBody());
  }

  /** With an empty JSON object as body. */
  public Answer post(String path) {
    return post(path, JsonValue.EMPTY_JSON_OBJECT);
  }

  public Answer post(String path, JsonObject body) {
    return send("POST", path, "application/json", BodyPublishers.ofString(body.toString()));
  }

  public Answer put(String path, JsonObject body) {
    return send("PUT", path, "application/json", BodyPublishers.ofString(body.toString()));
  }

  public Answer put(String path, String contentType, byte[] body) {
    return send("PUT", path, contentType, BodyPublishers.ofByteArray(body));
  }

  /**
   * @param contentType of the body, or null without one
   */
  public Answer send(String method, String path, String contentType, BodyPublisher body) {
    List<String> pairs = new ArrayList<>();
    headers.forEach((name, value) -> pairs.addAll(List.of(name, value)));
    if (contentType != null) {
      pairs.addAll(List.of("Content-Type", contentType));
    }
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url + path))
            .timeout(Duration.ofSeconds(30))
            .method(method, body);
    if (!pairs.isEmpty()) {
      request.headers(pairs.toArray(String[]::new));
    }
    try {
      HttpResponse<byte[]> answer = HTTP.send(request.build(), BodyHandlers.ofByteArray());
      return new Answer(method + " " + path, answer.statusCode(), answer.headers(), answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
