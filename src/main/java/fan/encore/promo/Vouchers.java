package fan.encore.promo;

import fan.encore.account.Roles;
import fan.encore.shared.Codes;
import fan.encore.shared.Money;
import fan.encore.shared.Sql;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Issues vouchers and lets orders use them. */
@Stateless
public class Vouchers {

  @Inject private Sql sql;
  @Inject private Clock clock;

  /** For the container. */
  public Vouchers() {}

  /** Outside the server. */
  public Vouchers(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /** A fan's vouchers: what can be used first, then the latest. */
  @RolesAllowed(Roles.FAN)
  public List<VoucherRow> of(long accountId) {
    return sql.list(
        "select * from encore.voucher where account_id = ?"
            + " order by order_code is null and expires_at > ? desc, id desc",
        row ->
            new VoucherRow(
                row.getString("code"),
                row.getString("name"),
                new Money(row.getLong("amount_minor"), row.getString("currency")),
                Sql.instant(row, "expires_at"),
                row.getString("order_code")),
        accountId,
        clock.instant());
  }

  /** What a copy of the item is worth, if it has been said. */
  @PermitAll
  public Optional<VoucherTerms> terms(long itemId) {
    return sql.first(
        "select * from encore.voucher_terms where item_id = ?",
        row ->
            new VoucherTerms(
                new Money(row.getLong("amount_minor"), row.getString("currency")),
                row.getInt("valid_days")),
        itemId);
  }

  /** Says what vouchers of the item are worth that are issued from now on. */
  @PermitAll
  public void set(long itemId, VoucherTerms terms) {
    sql.update(
        "insert into encore.voucher_terms (item_id, amount_minor, currency, valid_days)"
            + " values (?, ?, ?, ?) on conflict (item_id) do update set amount_minor ="
            + " excluded.amount_minor, currency = excluded.currency,"
            + " valid_days = excluded.valid_days",
        itemId,
        terms.amount().minor(),
        terms.amount().currency(),
        terms.validDays());
  }

  /**
   * Gives the fan a voucher by the item's terms.
   *
   * @param name what she reads on it
   * @param cause code of what she got it for
   * @return its code
   * @throws NoVoucherTerms if nobody said what it is worth
   */
  @PermitAll
  public String issue(long accountId, long itemId, String name, String cause) {
    Instant now = clock.instant();
    VoucherTerms terms = terms(itemId).orElseThrow(NoVoucherTerms::new);
    String code = Codes.random("VCH-", 12);
    sql.update(
        "insert into encore.voucher"
            + " (code, account_id, name, amount_minor, currency, cause, issued_at, expires_at)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?::timestamptz + ? * interval '1 day')",
        code,
        accountId,
        name,
        terms.amount().minor(),
        terms.amount().currency(),
        cause,
        now,
        now,
        terms.validDays());
    return code;
  }

  /**
   * Uses the voucher for an order, in the order's transaction.
   *
   * @param total what the order costs without it
   * @return what it takes off, at most the total
   * @throws VoucherNotUsable if it is used, expired, of another currency or not the fan's
   */
  @PermitAll
  public Money use(long accountId, String code, String orderCode, Money total) {
    Instant now = clock.instant();
    return sql.first(
            "update encore.voucher set order_code = ?, used_minor = least(amount_minor, ?),"
                + " used_at = ? where code = ? and account_id = ? and currency = ?"
                + " and order_code is null and expires_at > ? and ? > 0 returning used_minor",
            row -> new Money(row.getLong(1), total.currency()),
            orderCode,
            total.minor(),
            now,
            code,
            accountId,
            total.currency(),
            now,
            total.minor())
        .orElseThrow(VoucherNotUsable::new);
  }
}
