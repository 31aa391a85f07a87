package fan.encore.payment;

import fan.encore.audit.Audit;
import fan.encore.shared.Codes;
import fan.encore.shared.Money;
import fan.encore.shared.Sql;
import fan.encore.wallet.AccountRef;
import fan.encore.wallet.Ledger;
import fan.encore.wallet.Posting;
import fan.encore.wallet.Transfer;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The short transactions between the calls to a provider; {@link Payments} strings them. */
@Stateless
@PermitAll
public class PaymentBooks {

  /** How long after its expiry a provider may keep a checkout open before we give up. */
  private static final Duration GRACE = Duration.ofMinutes(5);

  private static final String KNOWN =
      "select code, provider, provider_id, purpose, subject, account_id, status, amount_minor, currency"
          + " from encore.payment ";

  @Inject private Sql sql;
  @Inject private Ledger ledger;
  @Inject private Audit audit;
  @Inject private Clock clock;

  /**
   * Commits the wish, or takes up the open payment of the same subject.
   *
   * @throws AlreadyPaid if the subject has a captured payment
   */
  public KnownPayment intend(BeginPayment wish) {
    String code = Codes.random("PAY-", 12);
    Instant now = clock.instant();
    sql.update(
        "insert into encore.payment (code, account_id, provider, purpose, subject, currency, amount_minor,"
            + " description, return_path, created_at, expires_at)"
            + " select ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? where not exists (select from encore.payment"
            + " where purpose = ? and subject = ? and status = 'CAPTURED') on conflict do nothing",
        code,
        wish.accountId(),
        Sandbox.NAME,
        wish.purpose(),
        wish.subject(),
        wish.amount().currency(),
        wish.amount().minor(),
        wish.description(),
        wish.returnPath(),
        now,
        now.plus(Sandbox.patience()),
        wish.purpose(),
        wish.subject());
    return sql.first(
            KNOWN + "where purpose = ? and subject = ? and status = 'OPEN' and account_id = ?",
            PaymentBooks::known,
            wish.purpose(),
            wish.subject(),
            wish.accountId())
        .filter(open -> open.amount().equals(wish.amount()))
        .orElseThrow(AlreadyPaid::new);
  }

  /** Commits the provider's answer to the wish. */
  public void opened(String code, Sandbox.Opened checkout) {
    sql.update(
        "update encore.payment set provider_id = ?, redirect_url = ? where code = ? and redirect_url is null",
        checkout.id(),
        checkout.url(),
        code);
  }

  /**
   * Acts on verified facts: inbox row, status and ledger, all in this transaction and nothing else.
   * Facts that tell nothing new change nothing.
   *
   * @param event the message that carried them, or null when we fetched them
   * @return the payment's new state, or empty if it did not change
   */
  public Optional<PaymentStatus> settle(CheckoutFacts facts, ProviderEvent event) {
    Optional<KnownPayment> found = lock(facts.reference());
    String outcome = found.map(payment -> payment.after(facts).name()).orElse("UNKNOWN");
    if (event != null && !enter(event, outcome)) {
      return Optional.empty();
    }
    if (found.isEmpty()) {
      audit.record(
          "payment.unknown", facts.reference(), facts.provider() + " " + facts.checkoutId());
      return Optional.empty();
    }
    KnownPayment payment = found.get();
    if (!payment.matches(facts)) {
      audit.record("payment.mismatch", payment.code(), difference(payment, facts));
    }
    PaymentStatus next = payment.after(facts);
    if (next == payment.status()) {
      return Optional.empty();
    }
    change(payment, next, facts);
    return Optional.of(next);
  }

  /** Closes a payment whose buyer never came back, if the provider has nothing to say for long. */
  public Optional<PaymentStatus> abandon(String code) {
    int closed =
        sql.update(
            "update encore.payment set status = 'EXPIRED', closed_at = ?, fulfilment = 'PENDING',"
                + " next_attempt_at = ? where code = ? and status = 'OPEN' and expires_at < ?",
            clock.instant(),
            clock.instant(),
            code,
            clock.instant().minus(GRACE));
    return closed == 0 ? Optional.empty() : Optional.of(PaymentStatus.EXPIRED);
  }

  /** Enters a message in the inbox; false if it came before. */
  public boolean enter(ProviderEvent event, String outcome) {
    return sql.update(
            "insert into encore.payment_event (provider, event_id, type, payment, body_sha256, outcome, received_at)"
                + " values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
            event.provider(),
            event.eventId(),
            event.type(),
            event.payment(),
            event.bodySha256(),
            outcome,
            clock.instant())
        == 1;
  }

  /** The provider's checkout, if its turn to be asked has come; remembers that we ask now. */
  public Optional<String> turnToAsk(String code) {
    return sql.first(
        "update encore.payment set checked_at = ? where code = ? and status = 'OPEN'"
            + " and provider_id is not null and (checked_at is null or checked_at < ?) returning provider_id",
        row -> row.getString(1),
        clock.instant(),
        code,
        clock.instant().minusSeconds(2));
  }

  /**
   * Takes payments whose status to fetch: open ones older than a minute, and for a day those that
   * expired, in case they are paid late and the message is lost.
   */
  public List<KnownPayment> toSweep(int limit) {
    Instant now = clock.instant();
    return sql.list(
        "update encore.payment set checked_at = ? where id in (select id from encore.payment"
            + " where status = 'OPEN' and created_at < ? and (checked_at is null or checked_at < ?)"
            + " or status = 'EXPIRED' and provider_id is not null and created_at > ? and checked_at < ?"
            + " order by checked_at nulls first limit ? for update skip locked)"
            + " returning code, provider, provider_id, purpose, subject, account_id, status, amount_minor, currency",
        PaymentBooks::known,
        now,
        now.minusSeconds(60),
        now.minusSeconds(50),
        now.minus(Duration.ofDays(1)),
        now.minus(Duration.ofMinutes(30)),
        limit);
  }

  private void change(KnownPayment payment, PaymentStatus next, CheckoutFacts facts) {
    boolean captured = next == PaymentStatus.CAPTURED;
    sql.update(
        "update encore.payment set status = ?, provider_id = coalesce(provider_id, ?), charge_id = ?, fee_minor = ?,"
            + " paid_at = ?, closed_at = ?, checked_at = ?, attempts = 0, last_error = null,"
            + " fulfilment = case when ? then 'NONE' else 'PENDING' end,"
            + " next_attempt_at = case when ? then null else ?::timestamptz end where code = ?",
        next,
        facts.checkoutId(),
        captured ? facts.chargeId() : null,
        captured ? facts.feeMinor() : 0,
        captured && facts.paidAt() == null ? clock.instant() : facts.paidAt(),
        captured ? null : clock.instant(),
        clock.instant(),
        next == PaymentStatus.MISMATCH,
        next == PaymentStatus.MISMATCH,
        clock.instant(),
        payment.code());
    if (captured) {
      ledger.post(capture(payment, facts.feeMinor()));
    }
  }

  static Posting capture(KnownPayment payment, long feeMinor) {
    String currency = payment.amount().currency();
    AccountRef clearing = AccountRef.clearing(payment.provider(), currency);
    List<Transfer> transfers = new ArrayList<>();
    transfers.add(
        Transfer.of(
            clearing, AccountRef.suspense(payment.code(), currency), payment.amount().minor()));
    if (feeMinor > 0) {
      transfers.add(Transfer.of(AccountRef.fees(payment.provider(), currency), clearing, feeMinor));
    }
    return new Posting(
        "payment.capture", "payment:" + payment.code() + ":capture", payment.code(), transfers);
  }

  private Optional<KnownPayment> lock(String code) {
    return sql.first(KNOWN + "where code = ? for update", PaymentBooks::known, code);
  }

  private static String difference(KnownPayment payment, CheckoutFacts facts) {
    return "%s: asked %s, told %d %s, fee %d, checkout %s"
        .formatted(
            facts.status(),
            payment.amount(),
            facts.amountMinor(),
            facts.currency(),
            facts.feeMinor(),
            facts.checkoutId());
  }

  static KnownPayment known(ResultSet row) throws SQLException {
    return new KnownPayment(
        row.getString("code"),
        row.getString("provider"),
        row.getString("provider_id"),
        row.getString("purpose"),
        row.getString("subject"),
        row.getLong("account_id"),
        PaymentStatus.valueOf(row.getString("status")),
        new Money(row.getLong("amount_minor"), row.getString("currency")));
  }
}
