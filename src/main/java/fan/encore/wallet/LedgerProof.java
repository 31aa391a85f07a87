package fan.encore.wallet;

import fan.encore.account.Roles;
import fan.encore.shared.Sql;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Proves the books from the journal alone. Each check is one statement and sees one moment, so it
 * may run while others post; it reads the whole journal, so it belongs to the night or to tests.
 */
@Stateless
public class LedgerProof {

  /** Each statement lists one line for every violation; the first column says where. */
  private static final Map<String, String> CHECKS = checks();

  @Inject private Sql sql;

  /** For the container. */
  public LedgerProof() {}

  /** Outside the server. */
  public LedgerProof(Sql sql) {
    this.sql = sql;
  }

  /** Runs all checks, in a fixed order. */
  @RolesAllowed({Roles.FINANCE, Roles.ADMIN})
  public List<LedgerCheck> prove() {
    return CHECKS.entrySet().stream().map(check -> run(check.getKey(), check.getValue())).toList();
  }

  /** True when every check holds. */
  @RolesAllowed({Roles.FINANCE, Roles.ADMIN})
  public boolean holds() {
    return prove().stream().allMatch(LedgerCheck::holds);
  }

  private LedgerCheck run(String code, String violations) {
    return sql.first(
            "select count(*), min(found::text) from (" + violations + ") violation (found)",
            row -> new LedgerCheck(code, row.getLong(1), row.getString(2)))
        .orElseThrow();
  }

  private static Map<String, String> checks() {
    Map<String, String> checks = new LinkedHashMap<>();
    checks.put(
        "balanced",
        """
        select l.transaction_id from encore.ledger_leg l
          join encore.ledger_account a on a.id = l.account_id
         group by l.transaction_id, l.currency having sum(l.movement) <> 0""");
    checks.put(
        "one_currency",
        """
        select l.transaction_id from encore.ledger_leg l
          join encore.ledger_account a on a.id = l.account_id where a.currency <> l.currency""");
    checks.put(
        "balance_is_journal",
        """
        select b.account_id from encore.ledger_balance b left join (
            select account_id, sum(movement) as total
              from encore.ledger_leg where sequence is not null group by account_id) j using (account_id)
         where b.balance <> coalesce(j.total, 0)""");
    checks.put("not_negative", "select account_id from encore.ledger_balance where balance < 0");
    checks.put(
        "guarded",
        """
        select l.transaction_id from encore.ledger_leg l
          join encore.ledger_account a on a.id = l.account_id
         where (a.owner_kind = 'house') <> (l.sequence is null)""");
    checks.put(
        "in_order",
        """
        select account_id from (
          select l.account_id, l.sequence, row_number() over account as expected,
                 t.id, lag(t.id) over account as earlier_id,
                 t.posted_at, lag(t.posted_at) over account as earlier_at
            from encore.ledger_leg l join encore.ledger_transaction t on t.id = l.transaction_id
           where l.sequence is not null
          window account as (partition by l.account_id order by l.sequence)) entry
         where sequence <> expected or id < earlier_id or posted_at < earlier_at
        union all
        select b.account_id from encore.ledger_balance b left join (
            select account_id, count(*) as entries
              from encore.ledger_leg where sequence is not null group by account_id) j using (account_id)
         where b.last_sequence <> coalesce(j.entries, 0)""");
    checks.put(
        "running_balance",
        """
        select account_id from (
          select account_id, balance_after,
                 sum(movement) over (partition by account_id order by sequence) as expected
            from encore.ledger_leg where sequence is not null) entry
         where balance_after <> expected""");
    checks.put(
        "chained",
        """
        select account_id from (
          select l.account_id, l.hash, encore.ledger_link(coalesce(lag(l.hash) over account, '\\x'),
                   t.digest, t.posted_at, l.line, l.movement, l.sequence, l.balance_after) as expected,
                 lead(l.hash) over account is null as newest, b.last_hash
            from encore.ledger_leg l join encore.ledger_transaction t on t.id = l.transaction_id
            left join encore.ledger_balance b on b.account_id = l.account_id
           where l.sequence is not null
          window account as (partition by l.account_id order by l.sequence)) entry
         where hash <> expected or newest and hash is distinct from last_hash""");
    checks.put(
        "digest_is_content",
        """
        select t.id from encore.ledger_transaction t join (
            select l.transaction_id, array_agg(d.address order by line) as debits,
                   array_agg(c.address order by line) as credits,
                   array_agg(l.currency order by line) as currencies,
                   array_agg(l.amount order by line) as amounts
              from encore.ledger_transfer l
              join encore.ledger_account d on d.id = l.debit_account_id
              join encore.ledger_account c on c.id = l.credit_account_id
             group by l.transaction_id) x on x.transaction_id = t.id
         where t.digest <> encore.ledger_digest(t.kind, t.posting_key, t.reference,
                             x.debits, x.credits, x.currencies, x.amounts)""");
    checks.put(
        "complete",
        """
        select coalesce(t.id, l.transaction_id) from encore.ledger_transaction t
          full join encore.ledger_transfer l on l.transaction_id = t.id
         where t.id is null or l.transaction_id is null""");
    LotProof.addTo(checks);
    return checks;
  }
}
