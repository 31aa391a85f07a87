package fan.encore.wallet;

import fan.encore.account.Roles;
import fan.encore.audit.Audited;
import fan.encore.shared.Codes;
import fan.encore.shared.Sql;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;

/**
 * Diamonds that fans owe, because the money of a purchase went back after its diamonds were spent.
 * Purses never go below zero; who owes can't spend until it is settled.
 */
@Stateless
public class Debts {

  @Inject private Sql sql;

  /** For the container. */
  public Debts() {}

  /** Outside the server. */
  public Debts(Sql sql) {
    this.sql = sql;
  }

  /**
   * What taking a purchase back came to.
   *
   * @param taken diamonds that were still there
   * @param owed diamonds that had been spent
   */
  public record TakenBack(long taken, long owed) {}

  /**
   * A fan who owes.
   *
   * @param diamonds how many
   */
  public record Debt(long accountId, long diamonds) {}

  /**
   * Takes back what is left of a purchase's lots; what was spent of them is owed from now on.
   *
   * @param deliveryKey key of the posting that delivered the purchase; nothing happens if it never
   *     was
   * @param kind what it is in the fan's history, such as {@code shop.refund}
   * @param key the same key again changes nothing
   */
  @PermitAll
  public TakenBack takeBack(
      long accountId, String deliveryKey, String kind, String key, String reference) {
    return sql.first(
            "select taken, owed from encore.take_back(?, ?, ?, ?, ?)",
            row -> new TakenBack(row.getLong(1), row.getLong(2)),
            accountId,
            deliveryKey,
            kind,
            key,
            reference)
        .orElseThrow();
  }

  /** Diamonds that the fan owes; 0 when the wallet is not locked. */
  @PermitAll
  public long owed(long accountId) {
    return sql.number(
        "select b.balance from encore.ledger_account a join encore.ledger_balance b"
            + " on b.account_id = a.id where a.address = ?",
        AccountRef.owedDiamonds(accountId).address());
  }

  /**
   * Pays what the fan owes with what is in the wallet, and unlocks it when all is paid.
   *
   * @param key unique for all time
   * @param reference code of what brought the diamonds
   * @return diamonds that were paid
   */
  @PermitAll
  public long settle(long accountId, String key, String reference) {
    return sql.number("select encore.settle_debt(?, ?, ?)", accountId, key, reference);
  }

  /**
   * Pays what the fan owes with the diamonds she has, by her own wish.
   *
   * @return diamonds that were paid
   */
  @RolesAllowed(Roles.FAN)
  @Audited("wallet.settle")
  public long settleNow(long accountId) {
    String code = Codes.random("SET-", 12);
    return settle(accountId, "settle:" + code, code);
  }

  /**
   * Writes off what the fan owes and unlocks the wallet.
   *
   * @return diamonds that were written off
   */
  @RolesAllowed(Roles.ADMIN)
  @Audited("wallet.forgive")
  public long forgive(long accountId) {
    String code = Codes.random("FGV-", 12);
    return sql.number("select encore.forgive_debt(?, ?, ?)", accountId, "forgive:" + code, code);
  }

  /** Fans who owe, the largest debts first; at most 200. */
  @RolesAllowed(Roles.ADMIN)
  public List<Debt> list() {
    return sql.list(
        "select a.owner::bigint, b.balance from encore.ledger_account a"
            + " join encore.ledger_balance b on b.account_id = a.id and b.balance > 0"
            + " where a.owner_kind = 'fan' and a.kind = 'owed' order by b.balance desc, a.id limit 200",
        row -> new Debt(row.getLong(1), row.getLong(2)));
  }
}
