package fan.encore.payment;

import fan.encore.account.Roles;
import fan.encore.shared.Errors;
import fan.encore.shared.Money;
import fan.encore.shared.Sql;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Payments from the first wish to the last retry. Methods that call the provider run outside of any
 * transaction and string short ones.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Payments {

  /** The one provider, as its webhook address names it. */
  public static final String PROVIDER = Sandbox.NAME;

  private static final Logger LOG = Logger.getLogger(Payments.class.getName());

  @Inject private PaymentBooks books;
  @Inject private Fulfilments fulfilments;
  @Inject private Refunds refunds;
  @Inject private Sandbox sandbox;
  @Inject private Clock clock;
  @Inject private PaymentCounter counter;
  @Inject private Sql sql;

  /**
   * Starts a payment, or takes up the open one of the same subject.
   *
   * @throws AlreadyPaid if the subject is paid
   * @throws ProviderUnavailable if the provider does not answer; calling again continues
   */
  @PermitAll
  public StartedPayment begin(@Valid BeginPayment wish) {
    KnownPayment payment = books.intend(wish);
    Sandbox.Opened checkout = sandbox.open(payment.code(), payment.amount(), wish.description());
    books.opened(payment.code(), checkout);
    return new StartedPayment(payment.code(), checkout.url());
  }

  /**
   * The fan's payment, after asking the provider when it is still open (at most every two seconds).
   *
   * @throws NoSuchPayment if she has none with this code
   */
  @RolesAllowed({Roles.FAN, Roles.GUEST})
  public PaymentView refresh(long accountId, String code) {
    PaymentView view = view(accountId, code);
    if (view.status() != PaymentStatus.OPEN) {
      return view;
    }
    books.turnToAsk(code).ifPresent(this::ask);
    return view(accountId, code);
  }

  /**
   * Takes a provider's message. The first delivery acts, all others change nothing.
   *
   * @param signature the provider's signature header, or null
   * @param body the raw bytes that were signed
   * @throws WebhookRefused if it is not the provider's message
   */
  @RolesAllowed(Roles.SYSTEM)
  public void receive(String signature, byte[] body) {
    ProviderEvent event = sandbox.read(signature, body, clock.instant());
    if (event.checkout() != null) {
      settle(event.checkout(), event);
    } else if (event.refund() != null && event.payment() != null) {
      boolean news = refunds.reported(event.payment(), event.refund(), event.refundMinor());
      books.enter(event, news ? PaymentStatus.REFUNDED.name() : "KNOWN");
      announce(event.payment());
    } else {
      books.enter(event, "IGNORED");
    }
  }

  /**
   * Gives back what is left of a captured payment. Only enters the wish, in the caller's
   * transaction; the provider is called afterwards, until it has done it.
   *
   * @param reason a word for the records, such as {@code sold_out}; no personal data
   * @throws NotRefundable if the payment is not captured
   */
  @PermitAll
  @TransactionAttribute(TransactionAttributeType.REQUIRED)
  public void refund(String payment, String reason) {
    refunds.request(payment, reason);
  }

  /**
   * Gives a part of a captured payment back. Only enters the wish, in the caller's transaction; the
   * provider is called afterwards, until it has done it.
   *
   * @param key a second wish with it changes nothing
   * @param minor minor units above zero
   * @param reason a word for the records; no personal data
   * @throws NotRefundable if the payment is not captured, or less than that is left of it
   */
  @PermitAll
  @TransactionAttribute(TransactionAttributeType.REQUIRED)
  public void refund(String payment, String key, long minor, String reason) {
    refunds.request(payment, key, minor, reason);
  }

  /**
   * Waits for whoever works on the payment and keeps others from it until the caller's transaction
   * ends. Who locks something of an order as well locks the payment first, as news of it do.
   */
  @PermitAll
  @TransactionAttribute(TransactionAttributeType.REQUIRED)
  public void lock(String payment) {
    sql.first("select id from encore.payment where code = ? for update", row -> true, payment);
  }

  /** What can still go back of a payment, in minor units; 0 when it is not captured. */
  @PermitAll
  @TransactionAttribute(TransactionAttributeType.REQUIRED)
  public long left(String payment) {
    return sql.first(
            "select amount_minor - refund_minor from encore.payment"
                + " where code = ? and status in ('CAPTURED', 'REFUNDED')",
            row -> row.getLong(1),
            payment)
        .orElse(0L);
  }

  /**
   * Fetches the status of open payments and closes the abandoned ones.
   *
   * @return how many were looked at
   */
  @RolesAllowed(Roles.SYSTEM)
  public int sweepOpen() {
    List<KnownPayment> open = books.toSweep(100);
    for (KnownPayment payment : open) {
      if (payment.providerId() != null) {
        ask(payment.providerId());
      }
      if (payment.status() == PaymentStatus.OPEN) {
        books.abandon(payment.code()).ifPresent(status -> count(payment.code(), status));
      }
    }
    return open.size();
  }

  /**
   * Does what is due: announcements that failed or were cut off, and refunds.
   *
   * @return how many were tried
   */
  @RolesAllowed(Roles.SYSTEM)
  public int fulfilDue() {
    List<String> due = fulfilments.due(100);
    due.forEach(code -> announce(code, fulfilments::fulfilIfFree));
    return due.size() + refundDue();
  }

  private int refundDue() {
    List<Refunds.DueRefund> due = refunds.take(20);
    for (Refunds.DueRefund refund : due) {
      try {
        String providerId =
            sandbox.refund(refund.id(), refund.checkoutId(), refund.amount(), refund.payment());
        refunds.succeeded(refund, providerId);
      } catch (RuntimeException e) {
        refunds.failed(refund, e);
      }
      announce(refund.payment());
    }
    return due.size();
  }

  private void ask(String checkoutId) {
    try {
      settle(sandbox.fetch(checkoutId), null);
    } catch (ProviderUnavailable e) {
      LOG.fine(() -> "No status for checkout " + checkoutId + " now");
    }
  }

  private void settle(CheckoutFacts facts, ProviderEvent event) {
    books.settle(facts, event).ifPresent(status -> count(facts.reference(), status));
  }

  private void count(String code, PaymentStatus status) {
    counter.count(status);
    announce(code);
  }

  private void announce(String code) {
    announce(code, fulfilments::fulfil);
  }

  /** Who waited too long for a row has not failed: the payment is still due. */
  private void announce(String code, Consumer<String> fulfil) {
    try {
      fulfil.accept(code);
    } catch (RuntimeException e) {
      if (Errors.contention(e)) {
        return;
      }
      LOG.log(Level.WARNING, e, () -> "Fulfilment of " + code + " failed and will be retried");
      fulfilments.failed(code, e);
    }
  }

  private PaymentView view(long accountId, String code) {
    Optional<PaymentView> view =
        sql.first(
            "select * from encore.payment where code = ? and account_id = ?",
            row ->
                new PaymentView(
                    row.getString("code"),
                    row.getString("purpose"),
                    row.getString("subject"),
                    PaymentStatus.valueOf(row.getString("status")),
                    Fulfilment.valueOf(row.getString("fulfilment")),
                    new Money(row.getLong("amount_minor"), row.getString("currency")),
                    row.getString("description"),
                    row.getString("return_path"),
                    "OPEN".equals(row.getString("status")) ? row.getString("redirect_url") : null,
                    Sql.instant(row, "created_at")),
            code,
            accountId);
    return view.orElseThrow(NoSuchPayment::new);
  }
}
