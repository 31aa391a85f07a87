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

  /** A refund that the provider is to do. */
  public record DueRefund(long id, String payment, String checkoutId, Money amount) {}

  @Inject private Sql sql;
  @Inject private Ledger ledger;
  @Inject private Clock clock;
  @Inject private Audit audit;

  /**
   * Enters the wish in the caller's transaction. A second wish for the same payment changes
   * nothing.
   *
   * @throws NotRefundable if the payment is not captured
   */
  public void request(String payment, String reason) {
    boolean captured =
        sql.first(
                "select status from encore.payment where code = ? for update",
                row -> row.getString(1),
                payment)
            .filter(status -> status.equals("CAPTURED") || status.equals("REFUNDED"))
            .isPresent();
    if (!captured) {
      throw new NotRefundable();
    }
    sql.update(
        "insert into encore.payment_refund (payment_id, currency, amount_minor, reason, requested_at, next_attempt_at)"
            + " select id, currency, amount_minor, ?, ?, ? from encore.payment where code = ? on conflict do nothing",
        reason,
        clock.instant(),
        clock.instant(),
        payment);
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
   * Enters that the provider gave the money back: refund, payment and books in one transaction.
   *
   * @return true the first time
   */
  public boolean succeeded(String payment, String providerId) {
    Optional<KnownPayment> found =
        sql.first(
            "select code, provider, provider_id, purpose, subject, account_id, status, amount_minor, currency"
                + " from encore.payment where code = ? and status = 'CAPTURED' for update",
            PaymentBooks::known,
            payment);
    if (found.isEmpty()) {
      return false;
    }
    int done =
        sql.update(
            "update encore.payment_refund r set status = 'SUCCEEDED', provider_id = ?, completed_at = ?,"
                + " next_attempt_at = null, last_error = null from encore.payment p"
                + " where p.id = r.payment_id and p.code = ? and r.status <> 'SUCCEEDED'",
            providerId,
            clock.instant(),
            payment);
    if (done == 0) {
      audit.record("payment.unknown_refund", payment, providerId);
      return false;
    }
    sql.update(
        "update encore.payment set status = 'REFUNDED', closed_at = ?, fulfilment = 'PENDING', attempts = 0,"
            + " next_attempt_at = ? where code = ?",
        clock.instant(),
        clock.instant(),
        payment);
    AccountRef suspense = AccountRef.suspense(payment, found.get().amount().currency());
    ledger.post(posting(found.get(), ledger.balance(suspense)));
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
  static Posting posting(KnownPayment payment, long unclaimedMinor) {
    String currency = payment.amount().currency();
    AccountRef suspense = AccountRef.suspense(payment.code(), currency);
    List<Transfer> transfers = new ArrayList<>();
    long claimed = payment.amount().minor() - unclaimedMinor;
    if (claimed > 0) {
      String product = payment.purpose().toLowerCase(Locale.ROOT);
      transfers.add(Transfer.of(AccountRef.refunds(product, currency), suspense, claimed));
    }
    AccountRef clearing = AccountRef.clearing(payment.provider(), currency);
    transfers.add(Transfer.of(suspense, clearing, payment.amount().minor()));
    return new Posting(
        "payment.refund", "payment:" + payment.code() + ":refund", payment.code(), transfers);
  }
}
