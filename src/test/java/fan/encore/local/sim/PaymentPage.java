package fan.encore.local.sim;

import fan.encore.shared.Money;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

/** The hosted page where a person approves or declines a checkout, in English and Japanese. */
final class PaymentPage {

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(3);
  private static final String BUNDLE = "fan.encore.local.sim.pay";

  private final Payments payments;
  private final Webhooks webhooks;
  private final Clock clock;

  PaymentPage(Payments payments, Webhooks webhooks, Clock clock) {
    this.payments = payments;
    this.webhooks = webhooks;
    this.clock = clock;
  }

  void routes(Router router) {
    router.on("GET", "/pay/{id}", this::show);
    router.on("POST", "/pay/{id}/approve", this::approve);
    router.on("POST", "/pay/{id}/decline", this::decline);
    router.on("GET", "/assets/{name}.css", call -> asset(call, ".css", "text/css"));
    router.on("GET", "/assets/{name}.js", call -> asset(call, ".js", "text/javascript"));
    router.on("GET", "/favicon.ico", call -> call.bytes(204, "image/x-icon", new byte[0]));
  }

  private void show(Call call) throws IOException {
    Checkout checkout = payments.need(call.path("id"));
    Map<String, String> values = new HashMap<>();
    ResourceBundle texts = texts(call);
    texts.keySet().forEach(key -> values.put(key, texts.getString(key)));
    values.put("id", checkout.id());
    values.put("status", checkout.status().word());
    values.put(
        "amount",
        new Money(checkout.amount(), checkout.currency())
            .format(Locale.forLanguageTag(texts.getString("lang"))));
    values.put("currency", checkout.currency());
    values.put("description", checkout.description());
    values.put("reference", checkout.reference());
    values.put("returnUrl", checkout.returnUrl());
    long left = Duration.between(clock.instant(), checkout.expiresAt()).toSeconds();
    values.put("seconds", String.valueOf(Math.max(0, left)));
    values.put("left", String.format(Locale.ROOT, "%d:%02d", left / 60, Math.abs(left % 60)));
    values.put("closed.title", texts.getString("closed.title." + checkout.status().word()));
    values.put("closed.text", texts.getString("closed.text." + checkout.status().word()));
    call.with("Content-Security-Policy", policy(checkout.returnUrl()))
        .with("Content-Language", values.get("lang"))
        .html(200, Template.fill(checkout.open() ? "pay.html" : "pay-closed.html", values));
  }

  /** The form may be sent here and, by the redirect that follows, to the shop; nowhere else. */
  private static String policy(String returnUrl) {
    URI shop = URI.create(returnUrl);
    return "default-src 'none'; style-src 'self'; script-src 'self'; base-uri 'none'; "
        + "frame-ancestors 'none'; form-action 'self' "
        + shop.getScheme()
        + "://"
        + shop.getRawAuthority();
  }

  private void approve(Call call) throws IOException {
    back(call, payments.approve(call.path("id"), null));
  }

  private void decline(Call call) throws IOException {
    back(call, payments.decline(call.path("id")));
  }

  /** Gives the webhook a head start, then sends the person back to the shop. */
  private void back(Call call, Checkout checkout) throws IOException {
    webhooks.awaitFirstTry(checkout.id(), LONGEST_WAIT);
    boolean late = checkout.status() == Checkout.Status.EXPIRED;
    call.redirect(late ? "/pay/" + checkout.id() : checkout.returnUrl());
  }

  private static void asset(Call call, String extension, String type) throws IOException {
    call.with("Cache-Control", "max-age=60")
        .bytes(200, type + "; charset=utf-8", Template.resource(call.path("name") + extension));
  }

  private static ResourceBundle texts(Call call) {
    String wanted = call.header("Accept-Language");
    Locale locale = wanted != null && wanted.startsWith("ja") ? Locale.JAPANESE : Locale.ENGLISH;
    ResourceBundle.Control exact =
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    return ResourceBundle.getBundle(BUNDLE, locale, exact);
  }
}
