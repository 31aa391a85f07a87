package fan.encore.shop;

import fan.encore.audit.Audit;
import fan.encore.payment.PaymentCaptured;
import fan.encore.payment.PaymentClosed;
import fan.encore.payment.PaymentRefunded;
import fan.encore.payment.StartedPayment;
import fan.encore.shared.Codes;
import fan.encore.shared.Idempotency;
import fan.encore.shared.Money;
import fan.encore.shared.Sql;
import fan.encore.wallet.Debts;
import fan.encore.wallet.Ledger;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;

/** The transactions of diamond orders: placing, delivering, taking back. */
@Stateless
@PermitAll
public class DiamondOrderBooks {

  static final String PURPOSE = "DIAMONDS";

  @Inject private Sql sql;
  @Inject private DiamondPacks packs;
  @Inject private Ledger ledger;
  @Inject private Debts debts;
  @Inject private SpendingLimits limits;
  @Inject private Audit audit;
  @Inject private Clock clock;

  /**
   * Enters an order, or finds the one that was placed with the key before.
   *
   * @throws SpendingLimitReached if the fan may not buy so much this month
   * @throws BirthDateNeeded if her market asks for it
   */
  public DiamondOrder enter(long accountId, PlaceDiamondOrder wish) {
    DiamondPack pack =
        packs
            .find(wish.packCode(), wish.currencyOrDefault(), Locale.ENGLISH)
            .orElseThrow(NoSuchPack::new);
    limits.hold(accountId);
    if (placed(accountId, wish).isEmpty()) {
      limits.admit(accountId, yen(pack));
    }
    sql.update(
        "insert into encore.diamond_order (code, account_id, pack_code, diamonds, bonus, currency,"
            + " amount_minor, call_key, placed_at, value_yen, paid_days, bonus_days)"
            + " select ?, ?, p.code, p.diamonds, p.bonus, ?, ?, ?, ?, coalesce(y.amount_minor, 0), p.paid_days, p.bonus_days"
            + " from encore.diamond_pack p left join encore.diamond_pack_price y"
            + " on y.pack_id = p.id and y.currency = 'JPY' where p.code = ? on conflict do nothing",
        Codes.random("DIA-", 12),
        accountId,
        pack.price().currency(),
        pack.price().minor(),
        wish.idempotencyKey(),
        clock.instant(),
        pack.code());
    DiamondOrder order = placed(accountId, wish).orElseThrow();
    if (!order.packCode().equals(pack.code())
        || !order.price().currency().equals(pack.price().currency())) {
      throw new Idempotency.KeyReused();
    }
    return order;
  }

  private Optional<DiamondOrder> placed(long accountId, PlaceDiamondOrder wish) {
    return sql.first(
        "select * from encore.diamond_order where account_id = ? and call_key = ?",
        DiamondOrderBooks::order,
        accountId,
        wish.idempotencyKey());
  }

  /** The pack's price in yen; what is not sold in yen counts as nothing. */
  private long yen(DiamondPack pack) {
    return packs
        .find(pack.code(), "JPY", Locale.ENGLISH)
        .map(sold -> sold.price().minor())
        .orElse(0L);
  }

  /** Remembers the answer for the next call with the same key. */
  public void started(String code, StartedPayment payment) {
    sql.update(
        "update encore.diamond_order set payment_code = ?, redirect_url = ? where code = ?",
        payment.code(),
        payment.redirectUrl(),
        code);
  }

  /** Delivers the diamonds of a captured payment, in the transaction of its fulfilment. */
  public void deliver(@Observes PaymentCaptured fact) {
    if (fact.purpose().equals(PURPOSE)) {
      DiamondOrder order = lock(fact.subject());
      ledger.post(order.delivery(fact.payment(), clock.instant()));
      debts.settle(order.accountId(), "diamonds:" + fact.payment() + ":settle", order.code());
      move(order, "DELIVERED");
    }
  }

  /** Closes the order of a payment that was declined or abandoned. */
  public void close(@Observes PaymentClosed fact) {
    if (fact.purpose().equals(PURPOSE)) {
      DiamondOrder order = lock(fact.subject());
      if (order.status().equals("PLACED")) {
        move(order, "CLOSED");
      }
    }
  }

  /** Takes the diamonds of a refunded payment back; those that were spent are owed. */
  public void takeBack(@Observes PaymentRefunded fact) {
    if (fact.purpose().equals(PURPOSE)) {
      DiamondOrder order = lock(fact.subject());
      Debts.TakenBack back =
          debts.takeBack(
              order.accountId(),
              DiamondOrder.deliveryKey(fact.payment()),
              "shop.refund",
              "diamonds:" + fact.payment() + ":take_back",
              order.code());
      if (back.owed() > 0) {
        audit.record("shop.refund_shortfall", order.code(), back.owed() + " diamonds were spent");
      }
      move(order, "REFUNDED");
    }
  }

  private DiamondOrder lock(String code) {
    return sql.first(
            "select * from encore.diamond_order where code = ? for update",
            DiamondOrderBooks::order,
            code)
        .orElseThrow(() -> new IllegalStateException("No diamond order " + code));
  }

  private void move(DiamondOrder order, String status) {
    sql.update(
        "update encore.diamond_order set status = ?, closed_at = ? where code = ?",
        status,
        clock.instant(),
        order.code());
  }

  private static DiamondOrder order(ResultSet row) throws SQLException {
    return new DiamondOrder(
        row.getString("code"),
        row.getLong("account_id"),
        row.getString("pack_code"),
        row.getLong("diamonds"),
        row.getLong("bonus"),
        new Money(row.getLong("amount_minor"), row.getString("currency")),
        row.getString("status"),
        row.getString("payment_code"),
        row.getString("redirect_url"),
        new DiamondOrder.Promise(
            row.getString("channel"),
            row.getLong("value_yen"),
            row.getObject("paid_days", Integer.class),
            row.getObject("bonus_days", Integer.class)));
  }
}
