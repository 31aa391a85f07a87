package fan.encore.finance;

import fan.encore.local.sim.SimulatorClient;
import fan.encore.shared.Sql;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;

/** Payments that both the provider and our books know, as a captured payment leaves them. */
final class PaidPayments {

  private final Sql sql;
  private final URI simulator;
  private final String key;
  private final SimulatorClient client;
  private final HttpClient http = HttpClient.newHttpClient();

  PaidPayments(Sql sql, URI simulator, String key) {
    this.sql = sql;
    this.simulator = simulator;
    this.key = key;
    client = new SimulatorClient(simulator, key);
  }

  SimulatorClient provider() {
    return client;
  }

  /** Pays and captures; returns the provider's checkout. */
  String pay(String code, String purpose, long minor, String currency, Instant at)
      throws Exception {
    JsonObject opened =
        post(
            "/v1/checkouts",
            Json.createObjectBuilder()
                .add("reference", code)
                .add("amount", minor)
                .add("currency", currency)
                .add("description", "Moonrise, \"first night\"")
                .add("returnUrl", "http://127.0.0.1:9/return")
                .add("webhookUrl", "http://127.0.0.1:9/hook")
                .add("expiresInSeconds", 600)
                .build());
    String checkout = opened.getString("id");
    JsonObject paid = client.approveAt(checkout, at);
    long fee = paid.getJsonNumber("fee").longValueExact();
    sql.update(
        "insert into encore.payment (code, account_id, provider, provider_id, charge_id, purpose, subject, currency,"
            + " amount_minor, fee_minor, description, return_path, status, fulfilment, created_at, expires_at, paid_at)"
            + " values (?, 1, 'sandbox', ?, ?, ?, ?, ?, ?, ?, 'test', '/', 'CAPTURED', 'DONE', ?, ?, ?)",
        code,
        checkout,
        paid.getString("chargeId"),
        purpose,
        "subject-" + code,
        currency,
        minor,
        fee,
        at,
        at,
        at);
    String clearing = "house:sandbox:clearing:" + currency;
    String suspense = "payment:" + code + ":suspense:" + currency;
    postTransaction(
        "payment.capture",
        "payment:" + code + ":capture",
        code,
        new String[] {clearing, "house:sandbox:fees:" + currency},
        new String[] {suspense, clearing},
        currency,
        minor,
        fee);
    postTransaction(
        "order.paid",
        "order.paid:" + code,
        code,
        new String[] {suspense},
        new String[] {"house:" + purpose.toLowerCase(Locale.ROOT) + ":revenue:" + currency},
        currency,
        minor);
    return checkout;
  }

  /** Gives all of it back, now. */
  void refund(String code, String checkout, long minor, String currency) throws Exception {
    JsonObject refund =
        post(
            "/v1/refunds",
            Json.createObjectBuilder()
                .add("checkout", checkout)
                .add("amount", minor)
                .add("reference", code)
                .build());
    sql.update(
        "insert into encore.payment_refund (payment_id, currency, amount_minor, reason, status, provider_id,"
            + " requested_at, completed_at) select id, ?, ?, 'test', 'SUCCEEDED', ?, now(), now()"
            + " from encore.payment where code = ?",
        currency,
        minor,
        refund.getString("id"),
        code);
    sql.update("update encore.payment set status = 'REFUNDED' where code = ?", code);
    String suspense = "payment:" + code + ":suspense:" + currency;
    postTransaction(
        "payment.refund",
        "payment:" + code + ":refund",
        code,
        new String[] {"house:tickets:refunds:" + currency, suspense},
        new String[] {suspense, "house:sandbox:clearing:" + currency},
        currency,
        minor,
        minor);
  }

  private void postTransaction(
      String kind,
      String postingKey,
      String reference,
      String[] debits,
      String[] credits,
      String currency,
      Long... amounts) {
    String[] currencies = new String[amounts.length];
    Arrays.fill(currencies, currency);
    sql.list(
        "select encore.post_transaction(?, ?, ?, ?, ?, ?, ?)",
        row -> row.getLong(1),
        kind,
        postingKey,
        reference,
        debits,
        credits,
        currencies,
        amounts);
  }

  private JsonObject post(String path, JsonObject body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(simulator + path))
            .header("Authorization", "Bearer " + key)
            .header("Idempotency-Key", path + body.getString("reference"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
            .build();
    HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() / 100 != 2) {
      throw new AssertionError(answer.body());
    }
    return Json.createReader(new StringReader(answer.body())).readObject();
  }
}
