package fan.encore.payment;

import fan.encore.account.Roles;
import fan.encore.audit.Audited;
import fan.encore.shared.ListQuery;
import fan.encore.shared.Money;
import fan.encore.shared.Slice;
import fan.encore.shared.Sql;
import fan.encore.shared.Where;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;

/** Payments as administrators and finance see and mend them. */
@Stateless
@RolesAllowed(Roles.ADMIN)
public class PaymentDesk {

  private static final String FROM =
      " from encore.payment p left join lateral (select * from encore.payment_refund x"
          + " where x.payment_id = p.id order by x.status = 'SUCCEEDED', x.id desc limit 1) r on true";

  private static final Map<String, String> SORTS =
      Map.of(
          "createdAt", "p.created_at",
          "paidAt", "p.paid_at",
          "code", "p.code",
          "amount", "p.currency, p.amount_minor",
          "status", "p.status",
          "fulfilment", "p.fulfilment",
          "accountId", "p.account_id");

  @Inject private Sql sql;
  @Inject private Fulfilments fulfilments;
  @Inject private Refunds refunds;

  /**
   * Finds payments, newest first unless sorted otherwise.
   *
   * @param query filters {@code code} (its beginning), {@code accountId}, {@code purpose}, {@code
   *     subject}, {@code providerId}, {@code status}, {@code fulfilment}, {@code refund}
   */
  @RolesAllowed({Roles.ADMIN, Roles.FINANCE})
  public Slice<PaymentRow> find(ListQuery query) {
    Where where =
        new Where()
            .startsWith("p.code", query.filter("code"))
            .equalNumber("p.account_id", query.filter("accountId"))
            .equal("p.purpose", query.filter("purpose"))
            .equal("p.subject", query.filter("subject"))
            .equal("p.provider_id", query.filter("providerId"))
            .equal("p.status", query.filter("status"))
            .equal("p.fulfilment", query.filter("fulfilment"))
            .equal("r.status", query.filter("refund"));
    return new Slice<>(
        sql.list(
            "select p.*, r.status as refund, r.attempts as refund_attempts, r.last_error as refund_error"
                + FROM
                + where.sql()
                + Where.order(query, SORTS, "p.id")
                + " limit ? offset ?",
            PaymentDesk::row,
            where.parameters(query.size(), query.first())),
        sql.number("select count(*)" + FROM + where.sql(), where.parameters()));
  }

  /** Makes the fulfilment and the refund of a payment due at once, also when given up. */
  @Audited("payment.retry")
  public void retry(@Audited.Subject String code) {
    fulfilments.again(code);
    refunds.again(code);
  }

  /**
   * Asks for what is left of the money to go back; done within a minute.
   *
   * @param reason a word for the records
   * @throws NotRefundable if the payment is not captured
   */
  @Audited("payment.refund")
  public void refund(@Audited.Subject String code, String reason) {
    refunds.request(code, reason);
    refunds.again(code);
  }

  private static PaymentRow row(ResultSet row) throws SQLException {
    String currency = row.getString("currency");
    String refund = row.getString("refund");
    boolean refunding = refund != null && !refund.equals("SUCCEEDED");
    return new PaymentRow(
        row.getLong("id"),
        row.getString("code"),
        row.getLong("account_id"),
        row.getString("provider"),
        row.getString("provider_id"),
        row.getString("purpose"),
        row.getString("subject"),
        new Money(row.getLong("amount_minor"), currency),
        new Money(row.getLong("fee_minor"), currency),
        new Money(row.getLong("refund_minor"), currency),
        PaymentStatus.valueOf(row.getString("status")),
        Fulfilment.valueOf(row.getString("fulfilment")),
        row.getInt(refunding ? "refund_attempts" : "attempts"),
        row.getString(refunding ? "refund_error" : "last_error"),
        refund,
        Sql.instant(row, "created_at"),
        Sql.instant(row, "paid_at"));
  }
}
