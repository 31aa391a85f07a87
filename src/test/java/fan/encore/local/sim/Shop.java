package fan.encore.local.sim;

import com.sun.net.httpserver.HttpServer;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A shop that talks to the simulator: it asks, and it takes webhooks on a port of its own. */
final class Shop implements AutoCloseable {

  /** A webhook as it arrived. */
  record Hook(String signature, String body) {
    JsonObject json() {
      return JsonText.parse(body);
    }
  }

  private final HttpClient http = HttpClient.newHttpClient();
  private final HttpServer server;
  private final BlockingQueue<Hook> hooks = new LinkedBlockingQueue<>();
  private final AtomicInteger refusals = new AtomicInteger();
  private URI simulator;

  Shop(URI simulator) throws IOException {
    this.simulator = simulator;
    server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.createContext(
        "/hook",
        exchange -> {
          byte[] body = exchange.getRequestBody().readAllBytes();
          String signature = exchange.getRequestHeaders().getFirst(Signature.HEADER);
          boolean refuse = refusals.getAndUpdate(n -> Math.max(0, n - 1)) > 0;
          if (!refuse) {
            hooks.add(new Hook(signature, new String(body, StandardCharsets.UTF_8)));
          }
          exchange.sendResponseHeaders(refuse ? 500 : 200, -1);
          exchange.close();
        });
    server.setExecutor(Executors.newFixedThreadPool(2, Simulator.daemons("shop")));
    server.start();
  }

  /** The simulator was started again at another port. */
  void moved(URI address) {
    simulator = address;
  }

  /** Answers 500 to the next webhooks. */
  void refuseNext(int count) {
    refusals.set(count);
  }

  /** The next webhook, or null when none comes in this time. */
  Hook nextHook(long milliseconds) throws InterruptedException {
    return hooks.poll(milliseconds, TimeUnit.MILLISECONDS);
  }

  String order(String reference, long amount, String currency) {
    return JsonText.object()
        .add("reference", reference)
        .add("amount", amount)
        .add("currency", currency)
        .add("description", "2 tickets, \"Moonrise\" in Kyoto")
        .add("returnUrl", "http://shop.example/return")
        .add("webhookUrl", "http://127.0.0.1:" + server.getAddress().getPort() + "/hook")
        .add("expiresInSeconds", 60)
        .build()
        .toString();
  }

  /** Opens a checkout under its reference as idempotency key and returns its id. */
  String open(String reference, long amount, String currency) throws Exception {
    HttpResponse<String> answer =
        post("/v1/checkouts", reference, order(reference, amount, currency));
    if (answer.statusCode() != 201) {
      throw new AssertionError(answer.body());
    }
    return JsonText.parse(answer.body()).getString("id");
  }

  HttpResponse<String> refund(String key, String checkout, long amount) throws Exception {
    var body = JsonText.object().add("checkout", checkout).add("amount", amount);
    return post("/v1/refunds", key, body.add("reference", "refund-" + key).build().toString());
  }

  HttpResponse<String> post(String path, String key, String body) throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create(simulator + path))
            .header("Authorization", "Bearer " + Settings.local().apiKey())
            .header("Idempotency-Key", key)
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  JsonObject get(String path) throws Exception {
    return JsonText.parse(page(path, "application/json").body());
  }

  HttpResponse<String> page(String path, String accept, String... headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(simulator + path))
            .header("Authorization", "Bearer " + Settings.local().apiKey())
            .header("Accept", accept);
    for (String header : List.of(headers)) {
      request.header(header.split("=")[0], header.split("=")[1]);
    }
    return http.send(request.build(), BodyHandlers.ofString());
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
