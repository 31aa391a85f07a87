package fan.encore.wallet;

import fan.encore.account.Roles;
import fan.encore.audit.Audit;
import fan.encore.audit.Audited;
import fan.encore.shared.Codes;
import fan.encore.shared.ListQuery;
import fan.encore.shared.Slice;
import fan.encore.shared.Sql;
import fan.encore.shared.Where;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;

/**
 * Diamonds that fans owe, because the money of a purchase went back after its diamonds were spent.
 * Purses never go below zero; who owes can't spend until it is settled.
 */
@Stateless
public class Debts {

  private static final String FIND =
      """
      select d.* from (
        select f.id as account_id, f.display_name as name, b.balance as owed, last.reference, last.posted_at as since,
               (select coalesce(sum(p.balance), 0) from encore.ledger_account w
                  join encore.ledger_balance p on p.account_id = w.id
                 where w.address in ('fan:' || f.id || ':free:DIA', 'fan:' || f.id || ':paid:DIA'))::bigint as has
          from encore.ledger_account a
          join encore.ledger_balance b on b.account_id = a.id and b.balance > 0
          join encore.account f on f.id = a.owner::bigint
          cross join lateral (
            select t.reference, t.posted_at from encore.ledger_transfer x
              join encore.ledger_transaction t on t.id = x.transaction_id
             where x.credit_account_id = a.id and x.credit_sequence is not null
             order by x.credit_sequence desc limit 1) last
         where a.owner_kind = 'fan' and a.kind = 'owed') d""";

  private static final Map<String, String> SORTS =
      Map.of(
          "accountId", "d.account_id",
          "name", "d.name",
          "owed", "d.owed",
          "has", "d.has",
          "reference", "d.reference",
          "since", "d.since");

  @Inject private Sql sql;
  @Inject private Audit audit;

  /** For the container. */
  public Debts() {}

  /** Outside the server. */
  public Debts(Sql sql, Audit audit) {
    this.sql = sql;
    this.audit = audit;
  }

  /**
   * What taking a purchase back came to.
   *
   * @param taken diamonds that were still there
   * @param owed diamonds that had been spent
   */
  public record TakenBack(long taken, long owed) {}

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
   * For whoever lets a fan spend something else than diamonds, or give it away.
   *
   * @throws WalletLocked if she owes diamonds
   */
  @PermitAll
  public void requireNone(long accountId) {
    if (owed(accountId) > 0) {
      throw new WalletLocked();
    }
  }

  /**
   * Writes off what the fan owes and unlocks the wallet.
   *
   * @param reason for the audit trail, 1 to 500 characters
   * @return diamonds that were written off
   * @throws NothingOwed if she owes nothing
   */
  @RolesAllowed(Roles.ADMIN)
  public long forgive(
      long accountId,
      @NotBlank(message = "account.reason_missing")
          @Size(max = 500, message = "account.reason_long")
          String reason) {
    String code = Codes.random("FGV-", 12);
    long forgiven =
        sql.number("select encore.forgive_debt(?, ?, ?)", accountId, "forgive:" + code, code);
    if (forgiven == 0) {
      throw new NothingOwed();
    }
    audit.record(
        "wallet.forgiven",
        String.valueOf(accountId),
        code + ", " + forgiven + ": " + reason.strip());
    return forgiven;
  }

  /**
   * Fans who owe, the largest debts first. Sorts: accountId, name, owed, has, reference, since;
   * filters: accountId, name, reference.
   */
  @RolesAllowed(Roles.ADMIN)
  public Slice<DebtRow> find(ListQuery query) {
    Where where =
        new Where()
            .equalNumber("d.account_id", query.filter("accountId"))
            .contains("d.name", query.filter("name"))
            .startsWith("d.reference", query.filter("reference"));
    List<DebtRow> rows =
        sql.list(
            FIND
                + where.sql()
                + (query.sort() == null
                    ? " order by d.owed desc, d.account_id"
                    : Where.order(query, SORTS, "d.account_id"))
                + " limit ? offset ?",
            row ->
                new DebtRow(
                    row.getLong("account_id"),
                    row.getString("name"),
                    row.getLong("owed"),
                    row.getLong("has"),
                    row.getString("reference"),
                    Sql.instant(row, "since")),
            where.parameters(query.size(), query.first()));
    return new Slice<>(
        rows,
        sql.number("select count(*) from (" + FIND + where.sql() + ") c", where.parameters()));
  }
}
