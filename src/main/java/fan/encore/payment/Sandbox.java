package fan.encore.payment;

import static fan.encore.shared.Jsons.JSON;

import fan.encore.messaging.Http;
import fan.encore.payment.CheckoutFacts.Reported;
import fan.encore.shared.Codes;
import fan.encore.shared.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The built-in sandbox provider's HTTP interface. Never called inside a transaction. */
@ApplicationScoped
public class Sandbox {

  /** The provider's name in our rows, accounts and addresses. */
  public static final String NAME = "sandbox";

  private static final Logger LOG = Logger.getLogger(Sandbox.class.getName());

  private static final int CHECKOUT_SECONDS = 1800;
  private static final Duration ANSWER = Duration.ofSeconds(10);

  @Inject
  @ConfigProperty(name = "ENCORE_SANDBOX_URL")
  private Optional<String> url;

  @Inject
  @ConfigProperty(name = "ENCORE_SANDBOX_KEY")
  private Optional<String> key;

  @Inject
  @ConfigProperty(name = "ENCORE_SANDBOX_WEBHOOK_SECRET")
  private Optional<String> webhookSecret;

  @Inject
  @ConfigProperty(name = "ENCORE_BASE_URL")
  private Optional<String> baseUrl;

  /** A checkout that the provider opened. */
  public record Opened(String id, String url) {}

  /** How long a buyer has, as we tell the provider. */
  public static Duration patience() {
    return Duration.ofSeconds(CHECKOUT_SECONDS);
  }

  /**
   * Opens a checkout; safe to repeat, because the key comes from our own code.
   *
   * @throws ProviderUnavailable if there is no answer
   */
  public Opened open(String code, Money amount, String description) {
    JsonObject answer =
        post(
            "/v1/checkouts",
            "checkout-" + code,
            JSON.createObjectBuilder()
                .add("reference", code)
                .add("amount", amount.minor())
                .add("currency", amount.currency())
                .add("description", description)
                .add("returnUrl", ours("/my/payment?code=" + code))
                .add("webhookUrl", ours("/api/v1/webhooks/" + NAME))
                .add("expiresInSeconds", CHECKOUT_SECONDS)
                .build());
    return new Opened(answer.getString("id"), answer.getString("url"));
  }

  /**
   * What the provider knows about a checkout now.
   *
   * @throws ProviderUnavailable if there is no answer
   */
  public CheckoutFacts fetch(String checkoutId) {
    return checkout(send(request("/v1/checkouts/" + checkoutId).GET().build()));
  }

  /**
   * Gives the money of a checkout back; safe to repeat with the same refund number.
   *
   * @return the provider's id of the refund
   * @throws ProviderUnavailable if there is no answer or the refund is not done yet
   */
  public String refund(long refundId, String checkoutId, Money amount, String code) {
    JsonObject answer =
        post(
            "/v1/refunds",
            "refund-" + code + "-" + refundId,
            JSON.createObjectBuilder()
                .add("checkout", checkoutId)
                .add("amount", amount.minor())
                .add("reference", code)
                .build());
    if (!answer.getString("status").equals("succeeded")) {
      throw new ProviderUnavailable();
    }
    return answer.getString("id");
  }

  /**
   * Reads a webhook.
   *
   * @param signature value of the header {@code Encore-Sandbox-Signature}, or null
   * @throws WebhookRefused if it is not signed by the provider, too old, or not to be understood
   */
  public ProviderEvent read(String signature, byte[] body, Instant now) {
    if (webhookSecret.isEmpty()
        || !new SandboxSignature(webhookSecret.get()).fits(signature, body, now)) {
      throw new WebhookRefused();
    }
    try {
      JsonObject event = json(body);
      JsonObject data = event.getJsonObject("data");
      String type = event.getString("type");
      return new ProviderEvent(
          NAME,
          event.getString("id"),
          type,
          data.getString("reference", null),
          Codes.sha256(body),
          type.startsWith("checkout.") ? checkout(data) : null,
          type.equals("refund.succeeded") ? data.getString("id") : null,
          type.equals("refund.succeeded") ? data.getJsonNumber("amount").longValue() : 0);
    } catch (JsonException
        | ClassCastException
        | NullPointerException
        | IllegalArgumentException e) {
      throw new WebhookRefused();
    }
  }

  private static CheckoutFacts checkout(JsonObject json) {
    String paidAt = json.getString("paidAt", null);
    try {
      return new CheckoutFacts(
          NAME,
          json.getString("id"),
          json.getString("reference"),
          Reported.of(json.getString("status")),
          json.getJsonNumber("amount").longValueExact(),
          json.getString("currency"),
          json.getJsonNumber("fee").longValueExact(),
          json.getString("chargeId", null),
          paidAt == null ? null : Instant.parse(paidAt));
    } catch (DateTimeParseException | ArithmeticException e) {
      throw new JsonException("Not a checkout", e);
    }
  }

  private JsonObject post(String path, String idempotencyKey, JsonObject body) {
    return send(
        request(path)
            .header("Idempotency-Key", idempotencyKey)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body.toString(), StandardCharsets.UTF_8))
            .build());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(url.orElseThrow(ProviderUnavailable::new) + path))
        .timeout(ANSWER)
        .header("Authorization", "Bearer " + key.orElseThrow(ProviderUnavailable::new))
        .header("Accept", "application/json");
  }

  private JsonObject send(HttpRequest request) {
    try {
      HttpResponse<byte[]> answer = Http.send(request);
      if (answer.statusCode() / 100 != 2) {
        LOG.warning(() -> request.uri().getPath() + " was answered " + answer.statusCode());
        throw new ProviderUnavailable();
      }
      return json(answer.body());
    } catch (IOException | JsonException e) {
      LOG.warning(() -> request.uri().getPath() + " was not answered: " + e);
      throw new ProviderUnavailable();
    }
  }

  private static JsonObject json(byte[] body) {
    try (JsonReader reader = JSON.createReader(new ByteArrayInputStream(body))) {
      return reader.readObject();
    }
  }

  private String ours(String path) {
    return baseUrl.orElse("http://localhost:8080") + path;
  }
}
