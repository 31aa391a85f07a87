package fan.encore.local.sim;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;

/** What a test says to the simulator. Every method fails with an exception on a refused request. */
public final class SimulatorClient {

  private final URI base;
  private final String apiKey;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(3))
          .build();

  /**
   * @param base the simulator's address without a slash at the end
   * @param apiKey the bearer key of the payment API, for settlement files
   */
  public SimulatorClient(URI base, String apiKey) {
    this.base = base;
    this.apiKey = apiKey;
  }

  /** Approves as a person on the hosted page does; returns the address she is sent to. */
  public String approve(String checkoutId) {
    return press(checkoutId, "approve");
  }

  /** Declines as a person on the hosted page does; returns the address she is sent to. */
  public String decline(String checkoutId) {
    return press(checkoutId, "decline");
  }

  /** Approves with a payment time in the past, for histories that look real. */
  public JsonObject approveAt(String checkoutId, Instant at) {
    return control(
        "/checkouts/" + checkoutId + "/approve",
        JsonText.object().add("at", at.toString()).build());
  }

  /** Ends the time of an open checkout now. */
  public JsonObject expire(String checkoutId) {
    return control("/checkouts/" + checkoutId + "/expire", JsonText.object().build());
  }

  /** All checkouts with this shop reference, newest first. */
  public List<JsonObject> checkouts(String reference) {
    return array("/control/checkouts?reference=" + encoded(reference));
  }

  /** The events of a checkout with attempts, lastStatus and done. */
  public List<JsonObject> events(String checkoutId) {
    return array("/control/checkouts/" + checkoutId + "/events");
  }

  /** Delivers all events of a checkout once more. */
  public void resend(String checkoutId) {
    control("/checkouts/" + checkoutId + "/resend", JsonText.object().build());
  }

  /**
   * Disturbs the webhooks from now on; {@code webhooks(0, 0, 0, false)} ends it.
   *
   * @param drop number of events to lose, -1 for all
   * @param duplicate further deliveries of each event
   * @param delayMs wait before the first delivery
   * @param reorder newest first within 0.3 seconds
   */
  public void webhooks(int drop, int duplicate, long delayMs, boolean reorder) {
    control("/webhooks", new Mischief(drop, duplicate, delayMs, reorder).document().build());
  }

  /** Damages the settlement file of a day; no damage repairs it. */
  public void damage(LocalDate date, Damage... damages) {
    var words = JsonText.array();
    for (Damage damage : damages) {
      words.add(damage.word());
    }
    JsonObjectBuilder body = JsonText.object().add("date", date.toString());
    control("/damage", body.add("damage", words).build());
  }

  /**
   * Spoils the next requests under a path, such as {@code /v1/checkouts}.
   *
   * @param kind limit, refuse, error, lost or slow
   * @param times number of requests, 0 ends it
   * @param delayMs wait before anything else
   */
  public void fault(String path, String kind, int times, int delayMs) {
    JsonObjectBuilder fault = JsonText.object().add("path", path).add("kind", kind);
    control("/faults", fault.add("times", times).add("delayMs", delayMs).build());
  }

  /** Sets the days from a charge to its settlement file, until the simulator starts again. */
  public void payoutDelayDays(int days) {
    control("/settlement", JsonText.object().add("payoutDelayDays", days).build());
  }

  /** The settlement file of a UTC day as CSV with a header line. */
  public String settlement(LocalDate date) {
    return send(request("/v1/settlements/" + date + ".csv").GET().build(), 200).body();
  }

  /** Mails to this address, newest first, as documents with id, subject, text, html, links ... */
  public List<JsonObject> mails(String to) {
    return array("/mail.json?to=" + encoded(to));
  }

  /** SMS to this number, newest first, as documents with sid, from, to, body. */
  public List<JsonObject> sms(String to) {
    return array("/sms.json?to=" + encoded(to));
  }

  /** The bytes of an attachment: {@code url} is the member of the mail's document. */
  public byte[] attachment(String url) {
    HttpRequest request = HttpRequest.newBuilder(URI.create(base + url)).GET().build();
    return exchange(request, BodyHandlers.ofByteArray(), 200).body();
  }

  /**
   * Asks until there is an answer that is not empty.
   *
   * @throws AssertionError when there is none in time
   */
  public static List<JsonObject> await(Supplier<List<JsonObject>> question, Duration atMost) {
    Instant end = Instant.now().plus(atMost);
    while (true) {
      List<JsonObject> answer = question.get();
      if (!answer.isEmpty()) {
        return answer;
      }
      if (Instant.now().isAfter(end)) {
        throw new AssertionError("Nothing arrived within " + atMost);
      }
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private String press(String checkoutId, String button) {
    HttpRequest press =
        request("/pay/" + checkoutId + "/" + button).POST(BodyPublishers.noBody()).build();
    return send(press, 303).headers().firstValue("Location").orElseThrow();
  }

  private JsonObject control(String path, JsonObject body) {
    HttpRequest request =
        request("/control" + path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body.toString()))
            .build();
    return JsonText.parse(send(request, 200).body());
  }

  private List<JsonObject> array(String path) {
    String body = send(request(path).GET().build(), 200).body();
    JsonArray found = JsonText.parse("{\"found\":" + body + "}").getJsonArray("found");
    return found.getValuesAs(JsonObject.class);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(base + path))
        .timeout(Duration.ofSeconds(10))
        .header("Authorization", "Bearer " + apiKey);
  }

  private HttpResponse<String> send(HttpRequest request, int expected) {
    return exchange(request, BodyHandlers.ofString(), expected);
  }

  private <T> HttpResponse<T> exchange(
      HttpRequest request, HttpResponse.BodyHandler<T> handler, int expected) {
    try {
      HttpResponse<T> response = http.send(request, handler);
      if (response.statusCode() != expected) {
        throw new IllegalStateException(
            request.uri() + " answered " + response.statusCode() + ": " + response.body());
      }
      return response;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
