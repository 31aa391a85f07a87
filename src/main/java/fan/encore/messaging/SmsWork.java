package fan.encore.messaging;

import static fan.encore.shared.Jsons.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonException;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Sends the rows of {@link Queues#SMS} through Twilio's message resource. Twilio knows no
 * idempotency key there, so a message whose answer was lost may arrive twice.
 */
@ApplicationScoped
public class SmsWork implements OutboxWork {

  private static final Logger LOG = Logger.getLogger(SmsWork.class.getName());

  /**
   * Invalid number, region not enabled, unsubscribed, not reachable, not a mobile phone (Twilio,
   * "Error and Warning Dictionary").
   */
  private static final Set<Integer> HOPELESS = Set.of(21211, 21408, 21610, 21612, 21614);

  private final AtomicBoolean told = new AtomicBoolean();

  @Inject
  @ConfigProperty(name = "ENCORE_SMS_URL")
  private Optional<String> url;

  @Inject
  @ConfigProperty(name = "ENCORE_SMS_ACCOUNT")
  private Optional<String> account;

  @Inject
  @ConfigProperty(name = "ENCORE_SMS_TOKEN")
  private Optional<String> token;

  @Inject
  @ConfigProperty(name = "ENCORE_SMS_FROM")
  private Optional<String> from;

  @Override
  public String queue() {
    return Queues.SMS;
  }

  @Override
  public void perform(OutboxRow row) throws NotDeliverable, IOException {
    if (url.isEmpty() || account.isEmpty() || token.isEmpty() || from.isEmpty()) {
      if (told.compareAndSet(false, true)) {
        LOG.warning("ENCORE_SMS_URL, _ACCOUNT, _TOKEN or _FROM is missing: no SMS is sent");
      }
      throw new NotDeliverable("SMS is not configured");
    }
    HttpResponse<byte[]> answer = Http.send(request(row.recipient(), MailText.sms(row)));
    if (answer.statusCode() / 100 == 2) {
      return;
    }
    int code = code(new String(answer.body(), StandardCharsets.UTF_8));
    if (HOPELESS.contains(code)) {
      throw new NotDeliverable("The provider refuses the number, code " + code);
    }
    throw new IOException("The provider answered " + answer.statusCode() + ", code " + code);
  }

  private HttpRequest request(String recipient, String body) {
    String login = account.orElseThrow() + ":" + token.orElseThrow();
    return HttpRequest.newBuilder(
            URI.create(
                url.orElseThrow().replaceAll("/+$", "")
                    + "/2010-04-01/Accounts/"
                    + account.orElseThrow()
                    + "/Messages.json"))
        .timeout(Duration.ofSeconds(20))
        .header(
            "Authorization",
            "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)))
        .header("Content-Type", "application/x-www-form-urlencoded")
        .header("Accept", "application/json")
        .POST(
            HttpRequest.BodyPublishers.ofString(
                form(Map.of("To", recipient, "From", from.orElseThrow(), "Body", body))))
        .build();
  }

  static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(
            field ->
                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  /** Twilio's error code, or 0 when the answer has none. */
  static int code(String body) {
    try (JsonReader reader = JSON.createReader(new StringReader(body))) {
      return reader.readObject().getInt("code", 0);
    } catch (JsonException | IllegalStateException | ClassCastException e) {
      return 0;
    }
  }
}
