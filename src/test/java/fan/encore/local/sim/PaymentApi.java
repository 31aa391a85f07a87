package fan.encore.local.sim;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.Locale;

/**
 * The payment provider's API under {@code /v1}: bearer key, JSON, idempotency keys on every POST.
 */
final class PaymentApi {

  private static final int LONGEST_SECONDS = 86_400;

  private final Payments payments;
  private final String key;
  private final Clock clock;
  private final String base;

  PaymentApi(Payments payments, Settings settings, String base) {
    this.payments = payments;
    this.key = settings.apiKey();
    this.clock = settings.clock();
    this.base = base;
  }

  void routes(Router router) {
    router.on("POST", "/v1/checkouts", guarded(this::open));
    router.on("GET", "/v1/checkouts/{id}", guarded(this::show));
    router.on("POST", "/v1/refunds", guarded(this::refund));
    router.on("GET", "/v1/refunds/{id}", guarded(this::showRefund));
  }

  /** Lets a call in only with {@code Authorization: Bearer <key>}. */
  Router.Handler guarded(Router.Handler handler) {
    byte[] wanted = ("Bearer " + key).getBytes(StandardCharsets.UTF_8);
    return call -> {
      String given = call.header("Authorization");
      if (given == null || !MessageDigest.isEqual(wanted, given.getBytes(StandardCharsets.UTF_8))) {
        throw new Refused(401, "invalid_api_key", "Send Authorization: Bearer and your key.");
      }
      handler.handle(call);
    };
  }

  private void open(Call call) throws IOException {
    JsonObject wanted = call.json();
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    long seconds = wanted.getInt("expiresInSeconds", 1800);
    if (seconds < 1 || seconds > LONGEST_SECONDS) {
      throw invalid("expiresInSeconds", "must be between 1 and " + LONGEST_SECONDS);
    }
    Checkout fresh =
        new Checkout(
            Ids.of("cs"),
            text(wanted, "reference"),
            amount(wanted),
            currency(wanted),
            text(wanted, "description"),
            JsonText.text(wanted, "customerEmail"),
            address(wanted, "returnUrl"),
            address(wanted, "webhookUrl"),
            now,
            now.plusSeconds(seconds),
            Checkout.Status.OPEN,
            null,
            0,
            null);
    Payments.Reply reply =
        payments.open(
            idempotencyKey(call),
            call.body(),
            fresh,
            checkout -> Payments.withUrl(checkout, base).toString());
    answer(call, reply);
  }

  private void show(Call call) throws IOException {
    call.json(200, Payments.withUrl(payments.need(call.path("id")), base));
  }

  private void refund(Call call) throws IOException {
    JsonObject wanted = call.json();
    Payments.Reply reply =
        payments.refund(
            idempotencyKey(call),
            call.body(),
            text(wanted, "checkout"),
            amount(wanted),
            JsonText.text(wanted, "reference"));
    answer(call, reply);
  }

  private void showRefund(Call call) throws IOException {
    call.json(200, payments.refund(call.path("id")).document().build());
  }

  private static void answer(Call call, Payments.Reply reply) throws IOException {
    if (reply.repeated()) {
      call.with("Idempotent-Replayed", "true");
    }
    call.json(201, reply.answer());
  }

  private static String idempotencyKey(Call call) {
    String given = call.header("Idempotency-Key");
    if (given == null || given.isBlank() || given.length() > 255) {
      throw new Refused(
          400, "idempotency_key_missing", "Send an Idempotency-Key of 1 to 255 characters.");
    }
    return given;
  }

  private static String text(JsonObject json, String name) {
    String text = JsonText.text(json, name);
    if (text == null || text.isBlank()) {
      throw invalid(name, "is missing");
    }
    return text;
  }

  private static long amount(JsonObject json) {
    try {
      long amount = JsonText.whole(json, "amount");
      if (amount > 0 && amount <= 99_999_999_999L) {
        return amount;
      }
    } catch (ArithmeticException | ClassCastException | NullPointerException e) {
      throw invalid("amount", "must be a whole number of minor units");
    }
    throw invalid("amount", "must be above 0 and below 100,000,000,000");
  }

  private static String currency(JsonObject json) {
    try {
      String code = text(json, "currency").toUpperCase(Locale.ROOT);
      return Currency.getInstance(code).getCurrencyCode();
    } catch (IllegalArgumentException e) {
      throw invalid("currency", "must be an ISO 4217 code");
    }
  }

  private static String address(JsonObject json, String name) {
    String url = text(json, name);
    if (!url.matches("https?://[^\\s\"'<>]+")) {
      throw invalid(name, "must be an http or https address");
    }
    return url;
  }

  private static Refused invalid(String name, String why) {
    return new Refused(400, "parameter_invalid", "The parameter " + name + " " + why + ".");
  }
}
