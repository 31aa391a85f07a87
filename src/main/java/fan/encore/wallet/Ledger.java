package fan.encore.wallet;

import static fan.encore.shared.Jsons.JSON;

import fan.encore.shared.Errors;
import fan.encore.shared.Sql;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** Posts to the books. Joins the caller's transaction; only core classes call it. */
@Stateless
@PermitAll
public class Ledger {

  @Inject private Sql sql;

  /** For the container. */
  public Ledger() {}

  /** Outside the server: each posting is a transaction of its own. */
  public Ledger(Sql sql) {
    this.sql = sql;
  }

  /**
   * Posts all transfers or none. A key that was posted before with the same content changes nothing
   * and returns the first id; concurrent calls with one key wait for each other.
   *
   * @return id of the transaction
   * @throws BalanceTooLow if a fan's or payment's account would go below zero
   * @throws KeyPostedBefore if the key came with other content before
   * @throws PostingRefused if a transfer's currency is not that of both accounts
   */
  public long post(Posting posting) {
    List<Transfer> transfers = posting.transfers();
    return refusing(
        () ->
            sql.number(
                "select encore.post_transaction(?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::bigint)",
                posting.kind(),
                posting.key(),
                posting.reference(),
                texts(transfers, transfer -> transfer.debit().address()),
                texts(transfers, transfer -> transfer.credit().address()),
                texts(transfers, Transfer::currency),
                transfers.stream().map(Transfer::amount).toArray(Long[]::new),
                terms(transfers),
                posting.lotsOf()));
  }

  /**
   * Compensates a transaction by a new one with debit and credit exchanged; the first one stays.
   *
   * @param kind what the compensation is, such as {@code payment.refund}
   * @param key the compensation's own key
   * @return id of the compensating transaction
   * @throws BalanceTooLow if what it gave has been spent
   * @throws PostingRefused if there is no such transaction
   */
  public long reverse(long transactionId, String kind, String key) {
    List<Transfer> transfers = transfers(transactionId).stream().map(Transfer::reversed).toList();
    if (transfers.isEmpty()) {
      throw new PostingRefused();
    }
    return post(new Posting(kind, key, reference(transactionId), transfers));
  }

  /** The transfers of a transaction in their order; empty if there is no such transaction. */
  public List<Transfer> transfers(long transactionId) {
    return sql.list(
        "select d.address, c.address, t.currency, t.amount from encore.ledger_transfer t"
            + " join encore.ledger_account d on d.id = t.debit_account_id"
            + " join encore.ledger_account c on c.id = t.credit_account_id"
            + " where t.transaction_id = ? order by t.line",
        row ->
            new Transfer(
                AccountRef.of(row.getString(1)),
                AccountRef.of(row.getString(2)),
                row.getString(3),
                row.getLong(4)),
        transactionId);
  }

  /** What is on a guarded account now, in its currency's minor units; 0 if it was never used. */
  public long balance(AccountRef account) {
    return sql.number(
        "select b.balance from encore.ledger_balance b join encore.ledger_account a"
            + " on a.id = b.account_id where a.address = ?",
        account.address());
  }

  private String reference(long transactionId) {
    return sql.first(
            "select reference from encore.ledger_transaction where id = ?",
            row -> row.getString(1),
            transactionId)
        .orElseThrow(PostingRefused::new);
  }

  /** Runs a call of the ledger's functions and says in our words why the database refused it. */
  public static <T> T refusing(Supplier<T> call) {
    try {
      return call.get();
    } catch (Sql.SqlFailed failed) {
      String constraint = Errors.constraint(failed).orElse("");
      if ("ck_ledger_balance_not_negative".equals(constraint)) {
        throw new BalanceTooLow();
      }
      if ("uq_ledger_transaction_posting_key".equals(constraint)) {
        throw new KeyPostedBefore();
      }
      String state = Errors.leaf(failed) instanceof SQLException e ? e.getSQLState() : null;
      if ("EN002".equals(state)) {
        throw new KeyPostedBefore();
      }
      if ("EN003".equals(state)) {
        throw new PostingRefused();
      }
      if ("EN004".equals(state)) {
        throw new WalletLocked();
      }
      throw failed;
    }
  }

  /** One element per transfer, or null if none of them has terms. */
  private static String terms(List<Transfer> transfers) {
    if (transfers.stream().allMatch(transfer -> transfer.terms() == null)) {
      return null;
    }
    JsonArrayBuilder terms = JSON.createArrayBuilder();
    for (Transfer transfer : transfers) {
      if (transfer.terms() == null) {
        terms.addNull();
      } else {
        terms.add(transfer.terms().json());
      }
    }
    return terms.build().toString();
  }

  private static String[] texts(List<Transfer> transfers, Function<Transfer, String> text) {
    return transfers.stream().map(text).toArray(String[]::new);
  }
}
