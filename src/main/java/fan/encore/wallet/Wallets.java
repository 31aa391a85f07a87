package fan.encore.wallet;

import fan.encore.shared.Sql;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** The fans' diamonds: what they have, and how core features move them. */
@Stateless
public class Wallets {

  @Inject private Ledger ledger;
  @Inject private Sql sql;

  /** For the container. */
  public Wallets() {}

  /** Outside the server. */
  public Wallets(Ledger ledger, Sql sql) {
    this.ledger = ledger;
    this.sql = sql;
  }

  /** The fan's diamonds now; zeros for one who never had any. */
  @PermitAll
  public DiamondBalance balance(long accountId) {
    return sql.first(
            "select coalesce(sum(b.balance) filter (where a.kind = 'paid'), 0),"
                + " coalesce(sum(b.balance) filter (where a.kind = 'free'), 0)"
                + " from encore.ledger_account a join encore.ledger_balance b on b.account_id = a.id"
                + " where a.address in (?, ?)",
            row -> new DiamondBalance(row.getLong(1), row.getLong(2)),
            paid(accountId),
            free(accountId))
        .orElseThrow();
  }

  /**
   * Spends diamonds, free ones first. Safe to repeat: the same key with the same wish spends once
   * and answers the same.
   *
   * @param kind what they are spent on, such as {@code gacha.draw}
   * @param key unique for all time
   * @param reference code of the thing they are spent on
   * @throws BalanceTooLow if there are fewer, free and paid together; nothing changes then
   * @throws WalletLocked if the fan owes diamonds
   * @throws KeyPostedBefore if the key came with another wish before
   */
  @PermitAll
  public Spent spend(long accountId, long diamonds, String kind, String key, String reference) {
    return Ledger.refusing(
        () ->
            sql.first(
                    "select transaction_id, free_spent, paid_spent"
                        + " from encore.spend_diamonds(?, ?, ?, ?, ?)",
                    row -> new Spent(row.getLong(2), row.getLong(3), row.getLong(1)),
                    accountId,
                    diamonds,
                    kind,
                    key,
                    reference)
                .orElseThrow());
  }

  /**
   * Gives bought diamonds of no known price; the money behind them is posted by who took it.
   *
   * @return id of the ledger's transaction
   */
  @PermitAll
  public long grantPaid(long accountId, long diamonds, String kind, String key, String reference) {
    return grant(AccountRef.paidDiamonds(accountId), diamonds, kind, key, reference, null);
  }

  /**
   * Gives free diamonds that never expire.
   *
   * @return id of the ledger's transaction
   */
  @PermitAll
  public long grantFree(long accountId, long diamonds, String kind, String key, String reference) {
    return grant(AccountRef.freeDiamonds(accountId), diamonds, kind, key, reference, null);
  }

  /**
   * Gives bought diamonds as a lot with these terms.
   *
   * @return id of the ledger's transaction
   */
  @PermitAll
  public long grantPaid(
      long accountId, long diamonds, String kind, String key, String reference, LotTerms terms) {
    return grant(AccountRef.paidDiamonds(accountId), diamonds, kind, key, reference, terms);
  }

  /**
   * Gives free diamonds as a lot with these terms.
   *
   * @return id of the ledger's transaction
   */
  @PermitAll
  public long grantFree(
      long accountId, long diamonds, String kind, String key, String reference, LotTerms terms) {
    return grant(AccountRef.freeDiamonds(accountId), diamonds, kind, key, reference, terms);
  }

  private long grant(
      AccountRef purse, long diamonds, String kind, String key, String reference, LotTerms terms) {
    AccountRef source = AccountRef.diamondsIssued(kind.replace('.', '-'));
    return ledger.post(
        Posting.of(kind, key, reference, Transfer.of(source, purse, diamonds, terms)));
  }

  private static String paid(long accountId) {
    return AccountRef.paidDiamonds(accountId).address();
  }

  private static String free(long accountId) {
    return AccountRef.freeDiamonds(accountId).address();
  }
}
