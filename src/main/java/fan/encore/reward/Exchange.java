package fan.encore.reward;

import fan.encore.account.Roles;
import fan.encore.shared.Codes;
import fan.encore.shared.Idempotency;
import fan.encore.shared.Sql;
import fan.encore.wallet.AccountRef;
import fan.encore.wallet.BalanceTooLow;
import fan.encore.wallet.Debts;
import fan.encore.wallet.Ledger;
import fan.encore.wallet.Posting;
import fan.encore.wallet.Transfer;
import fan.encore.wallet.WalletLocked;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;

/** Exchanges medals for rewards. */
@Stateless
@RolesAllowed(Roles.FAN)
public class Exchange {

  @Inject private Sql sql;
  @Inject private Clock clock;
  @Inject private Idempotency idempotency;
  @Inject private Ledger ledger;
  @Inject private Debts debts;
  @Inject private Rewards rewards;
  @Inject private Delivery delivery;

  /** For the container. */
  public Exchange() {}

  /** Outside the server. */
  public Exchange(
      Sql sql,
      Clock clock,
      Idempotency idempotency,
      Ledger ledger,
      Debts debts,
      Rewards rewards,
      Delivery delivery) {
    this.sql = sql;
    this.clock = clock;
    this.idempotency = idempotency;
    this.ledger = ledger;
    this.debts = debts;
    this.rewards = rewards;
    this.delivery = delivery;
  }

  /** How many medals of the artist the fan has. */
  public long medals(long accountId, String artistCode) {
    return sql.first(
            "select id from encore.artist where code = ?", row -> row.getLong(1), artistCode)
        .map(artistId -> ledger.balance(AccountRef.medals(accountId, artistId)))
        .orElse(0L);
  }

  /**
   * Spends the medals, takes the pieces and begins their delivery: all of it or nothing. The same
   * key and wish answer the first redemption again, also after the reward closed.
   *
   * @throws RewardNotFound if there is none, or the fan may not see it
   * @throws RewardNotOpen if it is not offered now
   * @throws WalletLocked if the fan owes diamonds
   * @throws TooFewMedals if the fan has too few
   * @throws AddressNeeded if it is sent by post and there is no address
   * @throws LimitReached if she would get more than one fan may
   * @throws RewardSoldOut if not enough pieces are left
   * @throws Idempotency.KeyReused if the key came with another wish before
   */
  public Redemption redeem(long accountId, @Valid @NotNull RedeemReward wanted) {
    String code =
        idempotency.once(
            accountId,
            "reward.redeem",
            wanted.idempotencyKey(),
            wanted.canonical(),
            () -> take(accountId, wanted));
    return byCode(accountId, code);
  }

  /**
   * A redemption of the fan's own.
   *
   * @throws RewardNotFound if there is none
   */
  public Redemption byCode(long accountId, String code) {
    List<String> vouchers =
        sql.list(
            "select code from encore.voucher where account_id = ? and cause = ? order by id",
            row -> row.getString(1),
            accountId,
            code);
    return sql.first(
            "select d.*, r.code as reward_code, i.code as item_code,"
                + " (select s.code from encore.shipment s"
                + " where s.account_id = d.account_id and s.cause = d.code) as shipment"
                + " from encore.redemption d join encore.reward r on r.id = d.reward_id"
                + " join encore.item i on i.id = r.item_id"
                + " where d.code = ? and d.account_id = ?",
            row ->
                new Redemption(
                    row.getString("code"),
                    row.getString("reward_code"),
                    row.getString("item_code"),
                    row.getInt("quantity"),
                    row.getLong("medals"),
                    Sql.instant(row, "redeemed_at"),
                    row.getString("shipment"),
                    vouchers),
            code,
            accountId)
        .orElseThrow(RewardNotFound::new);
  }

  private String take(long accountId, RedeemReward wanted) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    RewardView reward = rewards.byCode(accountId, wanted.code());
    if (!reward.open(now)) {
      throw new RewardNotOpen();
    }
    debts.requireNone(accountId);
    String code = Codes.random("RDM-", 12);
    long medals = Math.multiplyExact(reward.priceMedals(), wanted.quantity());
    long transaction = spend(accountId, reward, medals, code);
    sql.first(
        "select count(*) from encore.grant_many(?, ?, ?)",
        row -> code,
        Collections.nCopies(wanted.quantity(), accountId).toArray(Long[]::new),
        Collections.nCopies(wanted.quantity(), reward.item().id()).toArray(Long[]::new),
        now);
    delivery.deliver(
        accountId, reward.item(), reward.kind(), wanted.quantity(), code, wanted.address());
    sql.update(
        "insert into encore.redemption (code, reward_id, account_id, quantity, medals,"
            + " ledger_transaction_id, redeemed_at) values (?, ?, ?, ?, ?, ?, ?)",
        code,
        reward.id(),
        accountId,
        wanted.quantity(),
        medals,
        transaction,
        now);
    takePieces(accountId, reward, wanted.quantity());
    return code;
  }

  private long spend(long accountId, RewardView reward, long medals, String code) {
    long artistId = sql.number("select artist_id from encore.reward where id = ?", reward.id());
    try {
      return ledger.post(
          Posting.of(
              "reward.redeemed",
              "reward.redeemed:" + code,
              code,
              Transfer.of(
                  AccountRef.medals(accountId, artistId),
                  AccountRef.medalsSpent(artistId),
                  medals)));
    } catch (BalanceTooLow tooLow) {
      throw new TooFewMedals();
    }
  }

  /** Last, because everybody who wants this reward waits from here to the commit. */
  private void takePieces(long accountId, RewardView reward, int quantity) {
    String refusal =
        sql.first(
                "select coalesce(encore.take_reward(?, ?, ?), '')",
                row -> row.getString(1),
                reward.id(),
                accountId,
                quantity)
            .orElseThrow();
    if (refusal.equals("LIMIT")) {
      throw new LimitReached();
    }
    if (refusal.equals("SOLD_OUT")) {
      throw new RewardSoldOut();
    }
  }
}
