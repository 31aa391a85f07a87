package fan.encore.local.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The payment provider as a shop sees it: over HTTP. */
class SimulatorPaymentsIT extends Simulated {

  @Test
  void anApprovedCheckoutIsPaidAndToldWithASignature() throws Exception {
    String id = shop.open("order-1", 12_345, "JPY");
    assertEquals("open", shop.get("/v1/checkouts/" + id).getString("status"));

    assertEquals("http://shop.example/return", client.approve(id));

    Shop.Hook hook = shop.nextHook(0);
    assertNotNull(hook, "the webhook comes before the redirect");
    long sentAt = Long.parseLong(hook.signature().replaceAll("t=(\\d+),.*", "$1"));
    assertTrue(Math.abs(sentAt - Instant.now().getEpochSecond()) < 5);
    assertEquals(
        Signature.of(Settings.local().webhookSecret(), sentAt, hook.body()), hook.signature());
    assertEquals("checkout.paid", hook.json().getString("type"));
    JsonObject paid = shop.get("/v1/checkouts/" + id);
    assertEquals("paid", paid.getString("status"));
    assertEquals(444, paid.getInt("fee"), "3.6 % of 12,345 is 444.42");
    assertEquals(
        paid.getString("chargeId"), hook.json().getJsonObject("data").getString("chargeId"));
  }

  @Test
  void theSameKeyRepeatsTheAnswerAndAnotherBodyIsRefused() throws Exception {
    String body = shop.order("order-1", 500, "USD");
    HttpResponse<String> first = shop.post("/v1/checkouts", "key-1", body);
    HttpResponse<String> second = shop.post("/v1/checkouts", "key-1", body);
    assertEquals(201, second.statusCode());
    assertEquals(first.body(), second.body());
    assertEquals("true", second.headers().firstValue("Idempotent-Replayed").orElse(""));

    HttpResponse<String> other =
        shop.post("/v1/checkouts", "key-1", shop.order("order-1", 501, "USD"));
    assertEquals(422, other.statusCode());
    assertTrue(other.body().contains("idempotency_key_reused"), other.body());
  }

  @Test
  void everythingThatWasAnsweredSurvivesARestart() throws Exception {
    String paid = shop.open("order-1", 1_000, "EUR");
    String open = shop.open("order-2", 2_000, "EUR");
    client.approve(paid);
    String refund = JsonText.parse(shop.refund("r-1", paid, 400).body()).getString("id");
    JsonObject before = shop.get("/v1/checkouts/" + paid);
    simulator.close();
    Files.writeString(
        directory.resolve("payments.jsonl"), "{\"checkout\":{\"id", StandardOpenOption.APPEND);

    restart();

    JsonObject after = shop.get("/v1/checkouts/" + paid);
    assertEquals(before.getString("chargeId"), after.getString("chargeId"));
    assertEquals(before.getString("paidAt"), after.getString("paidAt"));
    assertEquals(400, shop.get("/v1/refunds/" + refund).getInt("amount"));
    assertEquals(open, shop.open("order-2", 2_000, "EUR"), "the key is remembered");
    client.approve(open);
    restart();
    assertEquals("paid", shop.get("/v1/checkouts/" + open).getString("status"));
  }

  @Test
  void anOpenCheckoutExpiresOnce() throws Exception {
    String id = shop.open("order-1", 700, "JPY");
    letTimePass(Duration.ofSeconds(60));
    assertEquals("checkout.expired", shop.nextHook(3_000).json().getString("type"));
    assertEquals("/pay/" + id, client.approve(id), "too late: the page says so");
    assertEquals("expired", shop.get("/v1/checkouts/" + id).getString("status"));
    assertNull(shop.nextHook(100));
  }

  @Test
  void refundsNeverExceedTheCharge() throws Exception {
    String id = shop.open("order-1", 1_000, "EUR");
    assertTrue(shop.refund("r-0", id, 1).body().contains("checkout_not_paid"));
    client.approve(id);
    assertEquals("checkout.paid", shop.nextHook(1_000).json().getString("type"));
    assertEquals(201, shop.refund("r-1", id, 600).statusCode());
    assertEquals("refund.succeeded", shop.nextHook(1_000).json().getString("type"));
    assertEquals(201, shop.refund("r-1", id, 600).statusCode(), "a repeated request");
    assertTrue(shop.refund("r-2", id, 401).body().contains("amount_too_large"));
    assertEquals(201, shop.refund("r-3", id, 400).statusCode());
    assertTrue(shop.refund("r-4", id, 1).body().contains("charge_already_refunded"));
  }

  @Test
  void badRequestsAreRefused() throws Exception {
    assertEquals(400, shop.post("/v1/checkouts", "a", shop.order("o", 0, "EUR")).statusCode());
    assertEquals(400, shop.post("/v1/checkouts", "b", shop.order("o", 1, "EURO")).statusCode());
    assertEquals(400, shop.post("/v1/checkouts", "c", "{").statusCode());
    assertEquals(400, shop.post("/v1/checkouts", " ", shop.order("o", 1, "EUR")).statusCode());
    assertEquals(404, shop.page("/v1/checkouts/cs_none", "*/*").statusCode());
    HttpRequest anonymous =
        HttpRequest.newBuilder(URI.create(simulator.url() + "/v1/checkouts/cs_none")).build();
    assertEquals(
        401, HttpClient.newHttpClient().send(anonymous, BodyHandlers.ofString()).statusCode());
  }

  @Test
  void theHostedPageSpeaksTwoLanguagesAndLetsTheFormReachTheShop() throws Exception {
    String id = shop.open("order-<1>", 12_345, "JPY");
    HttpResponse<String> english = shop.page("/pay/" + id, "text/html");
    assertTrue(english.body().contains("¥12,345"), english.body());
    assertTrue(english.body().contains("order-&lt;1&gt;"));
    assertFalse(english.body().contains("{{"));
    assertTrue(
        english
            .headers()
            .firstValue("Content-Security-Policy")
            .orElse("")
            .endsWith("form-action 'self' http://shop.example"));
    String japanese = shop.page("/pay/" + id, "text/html", "Accept-Language=ja-JP").body();
    assertTrue(japanese.contains("支払いを承認する"), japanese);
    client.decline(id);
    assertTrue(shop.page("/pay/" + id, "text/html").body().contains("Payment declined"));
  }

  @Test
  void aFaultStrikesAsOftenAsAskedAndTheKeySavesTheWork() throws Exception {
    String body = shop.order("order-1", 500, "USD");
    client.fault("/v1/checkouts", "error", 1, 0);
    assertEquals(500, shop.post("/v1/checkouts", "key-1", body).statusCode());
    client.fault("/v1/checkouts", "lost", 1, 0);
    assertThrows(IOException.class, () -> shop.post("/v1/checkouts", "key-1", body));
    HttpResponse<String> answer = shop.post("/v1/checkouts", "key-1", body);
    assertEquals(201, answer.statusCode());
    assertEquals(1, client.checkouts("order-1").size());
    client.fault("/v1/checkouts", "limit", 1, 0);
    assertEquals(429, shop.post("/v1/checkouts", "key-2", body).statusCode());
    assertEquals(1, client.checkouts("order-1").size());
  }
}
