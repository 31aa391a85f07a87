package fan.encore.local.sim;

import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;

/** The provider's books: checkouts, refunds, events, and the answers kept for repeated requests. */
final class Payments implements AutoCloseable {

  /** An answer, and whether it was given before. */
  record Reply(String answer, boolean repeated) {}

  private record Outcome(Entry entry, String answer) {}

  private final Clock clock;
  private final Map<String, Checkout> checkouts = new ConcurrentHashMap<>();
  private final Set<String> open = ConcurrentHashMap.newKeySet();
  private final Map<String, Refund> refunds = new ConcurrentHashMap<>();
  private final Map<String, WebhookEvent> events = new ConcurrentHashMap<>();
  private final Map<String, Entry.Kept> answers = new HashMap<>();
  private final Journal journal;
  private final Webhooks webhooks;

  Payments(Path directory, Clock clock, Webhooks webhooks) {
    this.clock = clock;
    this.webhooks = webhooks;
    journal = new Journal(directory.resolve("payments.jsonl"), line -> keep(Entry.of(line)));
    webhooks.resume(events.values());
  }

  Optional<Checkout> checkout(String id) {
    Checkout checkout = checkouts.get(id);
    boolean overdue = checkout != null && checkout.overdue(clock.instant());
    return Optional.ofNullable(overdue ? expire(id) : checkout);
  }

  Checkout need(String id) {
    return checkout(id)
        .orElseThrow(
            () -> new Refused(404, "resource_missing", "There is no checkout " + id + "."));
  }

  Refund refund(String id) {
    Refund refund = refunds.get(id);
    if (refund == null) {
      throw new Refused(404, "resource_missing", "There is no refund " + id + ".");
    }
    return refund;
  }

  Collection<Checkout> checkouts() {
    return List.copyOf(checkouts.values());
  }

  Collection<Refund> refunds() {
    return List.copyOf(refunds.values());
  }

  List<WebhookEvent> events(String checkout) {
    return events.values().stream().filter(event -> event.checkout().equals(checkout)).toList();
  }

  /** Opens a checkout once per idempotency key. */
  Reply open(String key, byte[] body, Checkout fresh, Function<Checkout, String> answer) {
    return once(
        "checkout " + key,
        body,
        () -> new Outcome(new Entry(fresh, null, null, null), answer.apply(fresh)));
  }

  /** Gives money back once per idempotency key; the sum of refunds never exceeds the charge. */
  Reply refund(String key, byte[] body, String checkout, long amount, String reference) {
    return once(
        "refund " + key,
        body,
        () -> {
          Checkout paid = need(checkout);
          refuseTooMuch(paid, amount);
          Refund refund =
              new Refund(
                  Ids.of("re"),
                  checkout,
                  reference,
                  amount,
                  paid.currency(),
                  paid.chargeId(),
                  clock.instant());
          WebhookEvent event =
              WebhookEvent.of("refund.succeeded", paid, clock.instant(), refund.document());
          return new Outcome(
              new Entry(null, refund, event, null), refund.document().build().toString());
        });
  }

  /**
   * Approves an open checkout; one that is no longer open stays as it is.
   *
   * @param at the time of the payment, for a history that looks real; null means now
   */
  Checkout approve(String id, Instant at) {
    return close(id, open -> open.paid(at == null ? clock.instant() : at));
  }

  Checkout decline(String id) {
    return close(id, Checkout::declined);
  }

  Checkout expire(String id) {
    return close(id, Checkout::expired);
  }

  /** Expires every open checkout whose time is over. */
  void expireDue() {
    open.forEach(this::checkout);
  }

  private Checkout close(String id, Function<Checkout, Checkout> verb) {
    long ticket;
    WebhookEvent event;
    Checkout closed;
    synchronized (this) {
      Checkout current = checkouts.get(id);
      if (current == null) {
        throw new Refused(404, "resource_missing", "There is no checkout " + id + ".");
      }
      if (!current.open()) {
        return current;
      }
      closed = verb.apply(current);
      event =
          WebhookEvent.of(
              "checkout." + closed.status().word(), closed, clock.instant(), closed.document());
      Entry entry = new Entry(closed, null, event, null);
      ticket = journal.write(entry.line());
      keep(entry);
    }
    journal.force(ticket);
    webhooks.send(event);
    return closed;
  }

  private Reply once(String scope, byte[] body, Supplier<Outcome> work) {
    String hash = sha256(body);
    long ticket;
    Outcome outcome;
    synchronized (this) {
      Entry.Kept kept = answers.get(scope);
      if (kept != null) {
        if (!kept.hash().equals(hash)) {
          throw new Refused(
              422,
              "idempotency_key_reused",
              "This Idempotency-Key was used before with another request.");
        }
        return new Reply(kept.answer(), true);
      }
      outcome = work.get();
      Entry entry = outcome.entry.keeping(new Entry.Kept(scope, hash, outcome.answer));
      ticket = journal.write(entry.line());
      keep(entry);
    }
    journal.force(ticket);
    if (outcome.entry.event() != null) {
      webhooks.send(outcome.entry.event());
    }
    return new Reply(outcome.answer, false);
  }

  private void refuseTooMuch(Checkout checkout, long amount) {
    if (checkout.status() != Checkout.Status.PAID) {
      throw new Refused(
          400, "checkout_not_paid", "Checkout " + checkout.id() + " has no payment to refund.");
    }
    long before =
        refunds.values().stream()
            .filter(refund -> refund.checkout().equals(checkout.id()))
            .mapToLong(Refund::amount)
            .sum();
    if (amount > checkout.amount() - before) {
      throw new Refused(
          400,
          before == checkout.amount() ? "charge_already_refunded" : "amount_too_large",
          "Only " + (checkout.amount() - before) + " of this payment can still be refunded.");
    }
  }

  private void keep(Entry entry) {
    if (entry.checkout() != null) {
      checkouts.put(entry.checkout().id(), entry.checkout());
      if (entry.checkout().open()) {
        open.add(entry.checkout().id());
      } else {
        open.remove(entry.checkout().id());
      }
    }
    if (entry.refund() != null) {
      refunds.put(entry.refund().id(), entry.refund());
    }
    if (entry.event() != null) {
      events.put(entry.event().id(), entry.event());
    }
    if (entry.kept() != null) {
      answers.put(entry.kept().scope(), entry.kept());
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The document of the API: the checkout and the address of its hosted page. */
  static JsonObject withUrl(Checkout checkout, String base) {
    return checkout.document().add("url", base + "/pay/" + checkout.id()).build();
  }

  @Override
  public void close() {
    journal.close();
  }
}
