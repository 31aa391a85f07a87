package fan.encore.local.sim;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;

/**
 * Posts signed events to the shop until it answers 2xx: at least once, with growing pauses up to a
 * minute and for three days, like Stripe (https://docs.stripe.com/webhooks#retries). Which events
 * are done is kept on disk, so a crash may repeat an event and never loses one.
 */
final class Webhooks implements AutoCloseable {

  /** What became of an event so far; {@code lastStatus} is 0 when nobody answered. */
  record Delivery(int attempts, int lastStatus, boolean done) {

    static final Delivery NONE = new Delivery(0, 0, false);

    Delivery tried(int status) {
      return new Delivery(attempts + 1, status, done || status / 100 == 2);
    }
  }

  private static final Logger LOG = Logger.getLogger(Webhooks.class.getName());
  private static final Duration GIVE_UP = Duration.ofDays(3);
  private static final long FIRST_PAUSE_MS = 100;
  private static final long LONGEST_PAUSE_MS = 60_000;
  private static final long REORDER_MS = 300;
  private static final long REORDER_GAP_MS = 50;

  private final String secret;
  private final Clock clock;
  private final Journal journal;
  private final Set<String> done = ConcurrentHashMap.newKeySet();
  private final Map<String, Delivery> deliveries = new ConcurrentHashMap<>();
  private final Map<String, CompletableFuture<Void>> firstTries = new ConcurrentHashMap<>();
  private final Deque<WebhookEvent> held = new ArrayDeque<>();
  private final ScheduledThreadPoolExecutor threads =
      new ScheduledThreadPoolExecutor(4, Simulator.daemons("simulator-webhook"));
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();
  private Mischief mischief = Mischief.NONE;

  Webhooks(Path directory, String secret, Clock clock) {
    this.secret = secret;
    this.clock = clock;
    journal =
        new Journal(directory.resolve("webhooks.jsonl"), line -> done.add(line.getString("done")));
    threads.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  /** Takes up the events that an earlier run did not bring to an end. */
  void resume(Collection<WebhookEvent> events) {
    events.stream().filter(event -> !done.contains(event.id())).forEach(e -> schedule(e, 0, 0));
  }

  synchronized Mischief mischief(Mischief wanted) {
    mischief = wanted;
    return wanted;
  }

  Delivery delivery(WebhookEvent event) {
    Delivery delivery = deliveries.getOrDefault(event.id(), Delivery.NONE);
    return new Delivery(delivery.attempts, delivery.lastStatus, done.contains(event.id()));
  }

  /** Starts the delivery of an event and returns at once. */
  synchronized void send(WebhookEvent event) {
    firstTries.put(event.checkout(), new CompletableFuture<>());
    if (mischief.drops()) {
      mischief = mischief.dropped();
      finish(event);
      return;
    }
    if (mischief.reorder()) {
      held.push(event);
      threads.schedule(this::release, REORDER_MS + mischief.delayMs(), TimeUnit.MILLISECONDS);
      return;
    }
    deliver(event, mischief.delayMs());
  }

  /** Delivers events again, whatever became of them before. */
  void again(List<WebhookEvent> events) {
    events.forEach(event -> threads.execute(() -> post(event)));
  }

  /** Waits until the newest event of a checkout was tried once, at most this long. */
  void awaitFirstTry(String checkout, Duration atMost) {
    CompletableFuture<Void> tried = firstTries.get(checkout);
    if (tried != null) {
      tried.copy().completeOnTimeout(null, atMost.toMillis(), TimeUnit.MILLISECONDS).join();
    }
  }

  private synchronized void release() {
    for (long gap = 0; !held.isEmpty(); gap += REORDER_GAP_MS) {
      deliver(held.pop(), gap);
    }
  }

  private void deliver(WebhookEvent event, long delayMs) {
    schedule(event, 0, delayMs);
    for (int copy = 1; copy <= mischief.duplicate(); copy++) {
      threads.schedule(() -> post(event), delayMs + 20L * copy, TimeUnit.MILLISECONDS);
    }
  }

  private void schedule(WebhookEvent event, int attempt, long delayMs) {
    threads.schedule(() -> attempt(event, attempt), delayMs, TimeUnit.MILLISECONDS);
  }

  private void attempt(WebhookEvent event, int attempt) {
    int status = post(event);
    if (status / 100 == 2) {
      finish(event);
    } else if (event.created().plus(GIVE_UP).isBefore(clock.instant())) {
      LOG.warning(() -> "Gave up event " + event.id() + " after " + (attempt + 1) + " attempts");
      finish(event);
    } else {
      schedule(
          event, attempt + 1, Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS << Math.min(attempt, 10)));
    }
    tried(event);
  }

  private int post(WebhookEvent event) {
    int status = 0;
    try {
      long now = clock.instant().getEpochSecond();
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(event.url()))
              .timeout(Duration.ofSeconds(10))
              .header("Content-Type", "application/json")
              .header(Signature.HEADER, Signature.of(secret, now, event.body()))
              .POST(HttpRequest.BodyPublishers.ofString(event.body()))
              .build();
      status = http.send(request, BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      LOG.fine(() -> "Event " + event.id() + " could not be delivered: " + e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    int answered = status;
    deliveries.compute(
        event.id(), (id, old) -> (old == null ? Delivery.NONE : old).tried(answered));
    return status;
  }

  private void finish(WebhookEvent event) {
    if (done.add(event.id())) {
      journal.append(JsonText.object().add("done", event.id()).build());
    }
    tried(event);
  }

  private void tried(WebhookEvent event) {
    CompletableFuture<Void> waiting = firstTries.remove(event.checkout());
    if (waiting != null) {
      waiting.complete(null);
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
    try {
      threads.awaitTermination(2, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    journal.close();
  }
}
