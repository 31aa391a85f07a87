package fan.encore.local.sim;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What a test or the demo may do to the provider and no shop ever could: {@code /control}. */
final class Control {

  private final Payments payments;
  private final Webhooks webhooks;
  private final Settlements settlements;
  private final Faults faults;

  Control(Payments payments, Webhooks webhooks, Settlements settlements, Faults faults) {
    this.faults = faults;
    this.payments = payments;
    this.webhooks = webhooks;
    this.settlements = settlements;
  }

  void routes(Router router) {
    router.on("POST", "/control/damage", this::damage);
    router.on("POST", "/control/settlement", this::settlement);
    router.on("POST", "/control/webhooks", this::webhooks);
    router.on("POST", "/control/faults", this::fault);
    router.on("GET", "/control/checkouts", this::checkouts);
    router.on("GET", "/control/checkouts/{id}/events", this::events);
    router.on("POST", "/control/checkouts/{id}/approve", call -> close(call, "approve"));
    router.on("POST", "/control/checkouts/{id}/decline", call -> close(call, "decline"));
    router.on("POST", "/control/checkouts/{id}/expire", call -> close(call, "expire"));
    router.on("POST", "/control/checkouts/{id}/resend", this::resend);
  }

  private void damage(Call call) throws IOException {
    JsonObject wanted = call.json();
    List<String> words = List.of();
    if (wanted.containsKey("damage")) {
      words = wanted.getJsonArray("damage").getValuesAs(JsonString::getString);
    }
    settlements.damage(Settlements.date(wanted.getString("date", "")), Damage.of(words));
    call.json(200, wanted);
  }

  private void settlement(Call call) throws IOException {
    settlements.delayDays(call.json().getInt("payoutDelayDays", settlements.delayDays()));
    call.json(200, JsonText.object().add("payoutDelayDays", settlements.delayDays()).build());
  }

  private void webhooks(Call call) throws IOException {
    call.json(200, webhooks.mischief(Mischief.of(call.json())).document().build());
  }

  private void fault(Call call) throws IOException {
    faults.add(Faults.Fault.of(call.json()));
    call.json(200, call.json());
  }

  private void checkouts(Call call) throws IOException {
    String status = call.query("status");
    String reference = call.query("reference");
    JsonArrayBuilder found = JsonText.array();
    payments.checkouts().stream()
        .filter(checkout -> status == null || checkout.status().word().equals(status))
        .filter(checkout -> reference == null || checkout.reference().equals(reference))
        .sorted((a, b) -> b.createdAt().compareTo(a.createdAt()))
        .forEach(checkout -> found.add(checkout.document()));
    call.json(200, found.build());
  }

  private void events(Call call) throws IOException {
    JsonArrayBuilder found = JsonText.array();
    for (WebhookEvent event : payments.events(call.path("id"))) {
      Webhooks.Delivery delivery = webhooks.delivery(event);
      found.add(
          event
              .document()
              .add("attempts", delivery.attempts())
              .add("lastStatus", delivery.lastStatus())
              .add("done", delivery.done()));
    }
    call.json(200, found.build());
  }

  /** {@code at} dates a payment back; {@code wait: false} answers before the webhook was tried. */
  private void close(Call call, String verb) throws IOException {
    JsonObject wanted = call.json();
    String id = call.path("id");
    Instant at = JsonText.instant(wanted, "at");
    Checkout closed =
        switch (verb) {
          case "approve" -> payments.approve(id, at);
          case "decline" -> payments.decline(id);
          default -> payments.expire(id);
        };
    if (wanted.getOrDefault("wait", JsonValue.TRUE) == JsonValue.TRUE) {
      webhooks.awaitFirstTry(id, Duration.ofSeconds(3));
    }
    call.json(200, closed.document().build());
  }

  private void resend(Call call) throws IOException {
    List<WebhookEvent> events = payments.events(payments.need(call.path("id")).id());
    webhooks.again(events);
    call.json(200, JsonText.object().add("events", events.size()).build());
  }
}
