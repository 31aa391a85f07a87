package fan.encore.payment;

import fan.encore.audit.Audit;
import fan.encore.shared.BusinessError;
import fan.encore.shared.Errors;
import fan.encore.shared.Sql;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;

/** The second step of money: tells the features what became of a payment until they have it. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class Fulfilments {

  @Inject private Sql sql;
  @Inject private Clock clock;
  @Inject private Audit audit;
  @Inject private Event<PaymentCaptured> captured;
  @Inject private Event<PaymentClosed> closed;
  @Inject private Event<PaymentRefunded> refunded;

  /**
   * Announces the payment's state to its observers in this transaction, if that is still to be done
   * once the payment's row is ours. What an observer throws undoes all of it.
   */
  public void fulfil(String code) {
    fulfil(code, "for update");
  }

  /** As {@link #fulfil}, but leaves a payment that somebody else works on to them. */
  public void fulfilIfFree(String code) {
    fulfil(code, "for update skip locked");
  }

  private void fulfil(String code, String lock) {
    sql.first(
            "select code, provider, provider_id, purpose, subject, account_id, status, amount_minor, currency"
                + " from encore.payment where code = ? and fulfilment = 'PENDING' "
                + lock,
            PaymentBooks::known,
            code)
        .ifPresent(this::announce);
  }

  /** Payments whose next attempt is due, oldest first. */
  public List<String> due(int limit) {
    return sql.list(
        "select code from encore.payment where fulfilment = 'PENDING' and next_attempt_at <= ?"
            + " order by next_attempt_at limit ?",
        row -> row.getString(1),
        clock.instant(),
        limit);
  }

  /** Remembers a failed attempt and when to try again; after the last one a person must look. */
  public void failed(String code, Throwable thrown) {
    int attempts =
        sql.first(
                "update encore.payment set attempts = attempts + 1, last_error = ?"
                    + " where code = ? and fulfilment = 'PENDING' returning attempts",
                row -> row.getInt(1),
                reason(thrown),
                code)
            .orElse(0);
    if (attempts >= Backoff.LAST_ATTEMPT) {
      sql.update(
          "update encore.payment set fulfilment = 'FAILED', next_attempt_at = null where code = ?",
          code);
      audit.record("payment.fulfilment_failed", code, reason(thrown));
    } else if (attempts > 0) {
      sql.update(
          "update encore.payment set next_attempt_at = ? where code = ?",
          clock.instant().plus(Backoff.after(attempts)),
          code);
    }
  }

  /** Makes a given-up or waiting fulfilment due at once. */
  public void again(String code) {
    sql.update(
        "update encore.payment set fulfilment = 'PENDING', attempts = 0, next_attempt_at = ?"
            + " where code = ? and fulfilment in ('FAILED', 'PENDING')",
        clock.instant(),
        code);
  }

  private void announce(KnownPayment payment) {
    sql.update(
        "update encore.payment set fulfilment = 'DONE', next_attempt_at = null, last_error = null where code = ?",
        payment.code());
    switch (payment.status()) {
      case CAPTURED ->
          captured.fire(
              new PaymentCaptured(
                  payment.code(),
                  payment.purpose(),
                  payment.subject(),
                  payment.accountId(),
                  payment.amount()));
      case DECLINED, EXPIRED ->
          closed.fire(new PaymentClosed(payment.code(), payment.purpose(), payment.subject()));
      case REFUNDED -> refunded.fire(asRefunded(payment));
      default -> throw new IllegalStateException("Nothing to tell about " + payment.status());
    }
  }

  private PaymentRefunded asRefunded(KnownPayment payment) {
    String reason =
        sql.first(
                "select r.reason from encore.payment_refund r join encore.payment p on p.id = r.payment_id"
                    + " where p.code = ? order by r.id desc limit 1",
                row -> row.getString(1),
                payment.code())
            .orElse("");
    return new PaymentRefunded(
        payment.code(),
        payment.purpose(),
        payment.subject(),
        payment.accountId(),
        payment.amount(),
        reason);
  }

  /** Code or class only: messages may carry what was typed. */
  static String reason(Throwable thrown) {
    Throwable leaf = Errors.leaf(thrown);
    if (leaf instanceof BusinessError refused) {
      return refused.code();
    }
    return leaf.getClass().getSimpleName() + Errors.constraint(thrown).map(" "::concat).orElse("");
  }
}
