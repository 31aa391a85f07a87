package fan.encore.crash;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A fan who buys through the API whatever happens: each step has its key, and a step without a
 * definite answer is tried again with the same key, as a careful client does.
 */
final class Buyer implements Runnable {

  private static final int SERVER_ERROR = 500;

  final List<String> draws = new CopyOnWriteArrayList<>();
  final List<String> orders = new CopyOnWriteArrayList<>();

  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
  private final String url;
  private final String email;
  private final String eventSlug;
  private final String ticketType;
  private final AtomicBoolean open;
  private String token;

  /**
   * @param open buys until it is false
   */
  Buyer(String url, String email, String eventSlug, String ticketType, AtomicBoolean open) {
    this.url = url;
    this.email = email;
    this.eventSlug = eventSlug;
    this.ticketType = ticketType;
    this.open = open;
  }

  @Override
  public void run() {
    signIn();
    insist(request("/banners/planetarium-nights/chain").GET().build());
    while (open.get()) {
      String order = paid("/diamond-orders", "{\"packCode\":\"handful\"}");
      if (order != null) {
        JsonObject draw =
            post("/banners/planetarium-nights/draws", "{\"count\":1,\"clientSeed\":\"crash\"}");
        if (draw != null && draw.containsKey("code")) {
          draws.add(draw.getString("code"));
        }
      }
      JsonObject hold =
          post(
              "/events/" + eventSlug + "/reservations",
              "{\"lines\":[{\"ticketType\":\"" + ticketType + "\",\"quantity\":1}]}");
      if (hold != null && hold.containsKey("code")) {
        String ticketOrder =
            paid(
                "/orders",
                "{\"reservationCode\":\""
                    + hold.getString("code")
                    + "\",\"provider\":\"sandbox\",\"holderName\":\"Crash Fan\"}");
        if (ticketOrder != null) {
          orders.add(ticketOrder);
        }
      }
    }
  }

  /** Places an order and approves its payment at the provider. */
  private String paid(String path, String body) {
    JsonObject placed = post(path, body);
    if (placed == null || !placed.containsKey("redirectUrl")) {
      return null;
    }
    insist(
        HttpRequest.newBuilder(URI.create(placed.getString("redirectUrl") + "/approve"))
            .timeout(Duration.ofSeconds(10))
            .POST(HttpRequest.BodyPublishers.noBody())
            .build());
    return placed.getString("code");
  }

  private void signIn() {
    JsonObject tokens =
        post("/auth/login", "{\"email\":\"" + email + "\",\"password\":\"encore-demo-2026\"}");
    token = tokens == null ? "" : tokens.getString("accessToken", "");
  }

  /** The definite answer, or null when the time is over. */
  private JsonObject post(String path, String body) {
    HttpRequest request =
        request(path)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> answer = insist(request);
    if (answer == null || answer.body().isBlank() || !answer.body().startsWith("{")) {
      return null;
    }
    try (JsonReader reader = Json.createReader(new StringReader(answer.body()))) {
      return reader.readObject();
    }
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url + "/api/v1" + path)).timeout(Duration.ofSeconds(15));
    return token == null ? request : request.header("Authorization", "Bearer " + token);
  }

  private HttpResponse<String> insist(HttpRequest request) {
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(3);
    while (System.nanoTime() < end) {
      try {
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        boolean deploying = answer.statusCode() == 404 && !answer.body().startsWith("{");
        if (answer.statusCode() < SERVER_ERROR && answer.statusCode() != 409 && !deploying) {
          return answer;
        }
        TimeUnit.MILLISECONDS.sleep(300);
      } catch (IOException unreachable) {
        pause();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return null;
      }
    }
    return null;
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(300);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
