package fan.encore.payment;

import fan.encore.audit.Audit;
import fan.encore.shared.Money;
import fan.encore.shared.Sql;
import fan.encore.wallet.AccountRef;
import fan.encore.wallet.Ledger;
import fan.encore.wallet.Posting;
import fan.encore.wallet.Transfer;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Giving money back: the wish, what the provider did with it, and the books. */
@Stateless
@PermitAll
public class Refunds {

  /** Key of the wish for all that is left. */
  private static final String ALL = "ALL";

  /** A refund that the provider is to do. */
  public record DueRefund(long id, String payment, String checkoutId, Money amount) {}

  @Inject private Sql sql;
  @Inject private Ledger ledger;
  @Inject private Clock clock;
  @Inject private Audit audit;

  /**
   * Enters the wish that all that is left goes back, in the caller's transaction. A second wish of
   * this kind changes nothing.
   *
   * @throws NotRefundable if the payment is not captured, or nothing is left of it
   */
  public void request(String payment, String reason) {
    request(payment, ALL, null, reason);
  }

  /**
   * Enters the wish that a part goes back, in the caller's transaction.
   *
   * @param key a second wish with it changes nothing
   * @param minor minor units above zero, or null for all that is left
   * @throws NotRefundable if the payment is not captured, or less than that is left of it
   */
  public void request(String payment, String key, Long minor, String reason) {
    long left = left(payment);
    if (asked(payment, key)) {
      return;
    }
    long amount = minor == null ? left : minor;
    if (amount <= 0 || amount > left) {
      throw new NotRefundable();
    }
    sql.update(
        "with raised as (update encore.payment set refund_minor = refund_minor + ? where code = ?"
            + " returning id, currency)"
            + " insert into encore.payment_refund (payment_id, currency, amount_minor, reason,"
            + " call_key, requested_at, next_attempt_at)"
            + " select id, currency, ?, ?, ?, ?, ? from raised",
        amount,
        payment,
        amount,
        reason,
        key,
        clock.instant(),
        clock.instant());
  }

  /** What can still go back; the payment's row is ours from here. */
  private long left(String payment) {
    return sql.first(
            "select amount_minor - refund_minor from encore.payment"
                + " where code = ? and status in ('CAPTURED', 'REFUNDED') for update",
            row -> row.getLong(1),
            payment)
        .orElseThrow(NotRefundable::new);
  }

  private boolean asked(String payment, String key) {
    return sql.number(
            "select count(*) from encore.payment_refund r join encore.payment p"
                + " on p.id = r.payment_id where p.code = ? and r.call_key = ?",
            payment,
            key)
        > 0;
  }

  /** Takes refunds that are due; nobody else gets them for a minute. */
  public List<DueRefund> take(int limit) {
    return sql.list(
        "update encore.payment_refund r set next_attempt_at = ? from encore.payment p"
            + " where p.id = r.payment_id and r.id in (select id from encore.payment_refund"
            + " where status = 'REQUESTED' and next_attempt_at <= ? order by next_attempt_at limit ?"
            + " for update skip locked) returning r.id, p.code, p.provider_id, r.amount_minor, r.currency",
        row ->
            new DueRefund(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                new Money(row.getLong(4), row.getString(5))),
        clock.instant().plus(Duration.ofMinutes(1)),
        clock.instant(),
        limit);
  }

  /**
   * Enters that the provider did what we asked: refund, books and, when all is back, the payment.
   *
   * @return true the first time
   */
  public boolean succeeded(DueRefund refund, String providerId) {
    return lock(refund.payment())
        .map(payment -> finish(payment, refund.id(), refund.amount().minor(), providerId))
        .orElse(false);
  }

  /**
   * Enters what the provider reports by itself. Which of our wishes it means is told by its own
   * number, else by the amount; where several fit, they are asked for again at once, and the same
   * wish gets the same answer.
   *
   * @return true if it was news and is entered
   */
  public boolean reported(String payment, String providerId, long minor) {
    Optional<KnownPayment> found = lock(payment);
    if (found.isEmpty() || known(payment, providerId)) {
      return false;
    }
    List<Long> fitting =
        sql.list(
            "select r.id from encore.payment_refund r join encore.payment p on p.id = r.payment_id"
                + " where p.code = ? and r.status <> 'SUCCEEDED' and r.amount_minor = ?",
            row -> row.getLong(1),
            payment,
            minor);
    if (fitting.isEmpty()) {
      audit.record("payment.unknown_refund", payment, providerId);
      return false;
    }
    if (fitting.size() > 1) {
      again(payment);
      return false;
    }
    return finish(found.get(), fitting.get(0), minor, providerId);
  }

  private Optional<KnownPayment> lock(String payment) {
    return sql.first(
        "select code, provider, provider_id, purpose, subject, account_id, status, amount_minor, currency"
            + " from encore.payment where code = ? and status = 'CAPTURED' for update",
        PaymentBooks::known,
        payment);
  }

  private boolean known(String payment, String providerId) {
    return sql.number(
            "select count(*) from encore.payment_refund r join encore.payment p"
                + " on p.id = r.payment_id where p.code = ? and r.provider_id = ?",
            payment,
            providerId)
        > 0;
  }

  private boolean finish(KnownPayment payment, long refundId, long minor, String providerId) {
    int done =
        sql.update(
            "update encore.payment_refund set status = 'SUCCEEDED', provider_id = ?, completed_at = ?,"
                + " next_attempt_at = null, last_error = null where id = ? and status <> 'SUCCEEDED'",
            providerId,
            clock.instant(),
            refundId);
    if (done == 0) {
      return false;
    }
    AccountRef suspense = AccountRef.suspense(payment.code(), payment.amount().currency());
    ledger.post(posting(payment, refundId, minor, ledger.balance(suspense)));
    sql.update(
        "update encore.payment p set status = 'REFUNDED', closed_at = ?, fulfilment = 'PENDING',"
            + " attempts = 0, next_attempt_at = ? where code = ? and amount_minor ="
            + " (select sum(r.amount_minor) from encore.payment_refund r"
            + " where r.payment_id = p.id and r.status = 'SUCCEEDED')",
        clock.instant(),
        clock.instant(),
        payment.code());
    return true;
  }

  /** Remembers a failed attempt; after the last one a person must look. */
  public void failed(DueRefund refund, Throwable thrown) {
    int attempts =
        sql.first(
                "update encore.payment_refund set attempts = attempts + 1, last_error = ?"
                    + " where id = ? and status = 'REQUESTED' returning attempts",
                row -> row.getInt(1),
                Fulfilments.reason(thrown),
                refund.id())
            .orElse(0);
    if (attempts >= Backoff.LAST_ATTEMPT) {
      sql.update(
          "update encore.payment_refund set status = 'FAILED', next_attempt_at = null where id = ?",
          refund.id());
      audit.record("payment.refund_failed", refund.payment(), Fulfilments.reason(thrown));
    } else if (attempts > 0) {
      sql.update(
          "update encore.payment_refund set next_attempt_at = ? where id = ?",
          clock.instant().plus(Backoff.after(attempts)),
          refund.id());
    }
  }

  /** Makes a waiting or given-up refund due at once. */
  public void again(String payment) {
    sql.update(
        "update encore.payment_refund r set status = 'REQUESTED', attempts = 0, next_attempt_at = ?"
            + " from encore.payment p where p.id = r.payment_id and p.code = ? and r.status <> 'SUCCEEDED'",
        clock.instant(),
        payment);
  }

  /**
   * The money leaves through the payment's suspense account: what nobody claimed from there, the
   * rest at the cost of the product's refunds.
   */
  static Posting posting(KnownPayment payment, long refundId, long minor, long unclaimedMinor) {
    String currency = payment.amount().currency();
    AccountRef suspense = AccountRef.suspense(payment.code(), currency);
    List<Transfer> transfers = new ArrayList<>();
    long claimed = minor - unclaimedMinor;
    if (claimed > 0) {
      String product = payment.purpose().toLowerCase(Locale.ROOT);
      transfers.add(Transfer.of(AccountRef.refunds(product, currency), suspense, claimed));
    }
    AccountRef clearing = AccountRef.clearing(payment.provider(), currency);
    transfers.add(Transfer.of(suspense, clearing, minor));
    return new Posting(
        "payment.refund",
        "payment:" + payment.code() + ":refund:" + refundId,
        payment.code(),
        transfers);
  }
}
