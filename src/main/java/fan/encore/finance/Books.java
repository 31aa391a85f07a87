package fan.encore.finance;

import fan.encore.shared.Sql;
import fan.encore.wallet.LedgerCheck;
import fan.encore.wallet.LedgerProof;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Proves the books of a business day and adds them up. Every call replaces what it wrote. */
@Stateless
@RolesAllowed("SYSTEM")
public class Books {

  private static final String SUSPENSE =
      """
      insert into encore.reconciliation_suspense (business_day, payment, currency, amount_minor, since)
      select ?, a.owner, a.currency, sum(l.movement), min(t.posted_at)
        from encore.ledger_leg l
        join encore.ledger_account a on a.id = l.account_id
        join encore.ledger_transaction t on t.id = l.transaction_id
       where a.owner_kind = 'payment' and a.kind = 'suspense' and t.posted_at < ?
       group by a.owner, a.currency having sum(l.movement) > 0 and min(t.posted_at) < ?""";

  private static final String BALANCES =
      """
      insert into encore.reconciliation_balance (business_day, currency, account, opening, debits, credits)
      select ?, a.currency,
             case a.owner_kind when 'house' then 'house:' || a.owner || ':' || a.kind
               else a.owner_kind || ':*:' || a.kind end as account,
             coalesce(sum(l.movement) filter (where t.posted_at < d.start), 0),
             coalesce(sum(-l.movement) filter (where t.posted_at >= d.start and l.movement < 0), 0),
             coalesce(sum(l.movement) filter (where t.posted_at >= d.start and l.movement > 0), 0)
        from encore.ledger_leg l
        join encore.ledger_account a on a.id = l.account_id
        join encore.ledger_transaction t on t.id = l.transaction_id
       cross join (select ?::timestamptz as start) d
       where t.posted_at < ? group by 2, 3""";

  private static final String TOTALS =
      """
      insert into encore.reconciliation_total (business_day, provider, currency, product, charges, charged_minor,
             fee_minor, refunds, refunded_minor)
      select ?, provider, currency, purpose, sum(charges), sum(charged), sum(fee), sum(refunds), sum(refunded) from (
        select p.provider, p.currency, p.purpose, 1 as charges, p.amount_minor as charged, p.fee_minor as fee,
               0 as refunds, 0 as refunded
          from encore.payment p where p.status in ('CAPTURED', 'REFUNDED') and p.paid_at >= ? and p.paid_at < ?
        union all
        select p.provider, r.currency, p.purpose, 0, 0, 0, 1, r.amount_minor
          from encore.payment_refund r join encore.payment p on p.id = r.payment_id
         where r.status = 'SUCCEEDED' and r.completed_at >= ? and r.completed_at < ?) item
       group by provider, currency, purpose""";

  private static final String SETTLED =
      """
      insert into encore.reconciliation_settled (business_day, provider, currency, category, lines, gross_minor,
             fee_minor, net_minor)
      select ?, provider, currency, category, count(*), sum(gross_minor), sum(fee_minor), sum(net_minor)
        from encore.settlement_line where file_date = any (?::date[])
       group by provider, currency, category""";

  private static final Map<String, String> TIES = ties();

  @Inject private Sql sql;
  @Inject private LedgerProof proof;
  @Inject private BusinessDays days;

  /** The ledger's own proofs, and that payments and ledger say the same. */
  public void prove(LocalDate day) {
    for (String table : List.of("reconciliation_check", "reconciliation_suspense")) {
      sql.update("delete from encore." + table + " where business_day = ?", day);
    }
    int position = 0;
    for (LedgerCheck check : proof.prove()) {
      enter(day, position++, "wallet.proof." + check.code(), check.violations(), check.example());
    }
    for (Map.Entry<String, String> tie : TIES.entrySet()) {
      LedgerCheck check = violations(tie.getKey(), tie.getValue());
      enter(day, position++, check.code(), check.violations(), check.example());
    }
    sql.update(SUSPENSE, day, days.endOf(day), days.startOf(day));
    LedgerCheck unclaimed =
        violations(
            "finance.check.suspense_claimed",
            "select payment from encore.reconciliation_suspense where business_day = '"
                + day
                + "'");
    enter(day, position, unclaimed.code(), unclaimed.violations(), unclaimed.example());
  }

  /** What was paid, settled and posted on the day. */
  public void total(LocalDate day) {
    for (String table :
        List.of("reconciliation_total", "reconciliation_settled", "reconciliation_balance")) {
      sql.update("delete from encore." + table + " where business_day = ?", day);
    }
    Instant start = days.startOf(day);
    Instant end = days.endOf(day);
    sql.update(TOTALS, day, start, end, start, end);
    String[] files = days.filesOf(day).stream().map(LocalDate::toString).toArray(String[]::new);
    sql.update(SETTLED, day, files);
    sql.update(BALANCES, day, start, end);
  }

  private LedgerCheck violations(String code, String statement) {
    return sql.first(
            "select count(*), min(found::text) from (" + statement + ") violation (found)",
            row -> new LedgerCheck(code, row.getLong(1), row.getString(2)))
        .orElseThrow();
  }

  private void enter(LocalDate day, int position, String code, long violations, String example) {
    sql.update(
        "insert into encore.reconciliation_check (business_day, position, code, violations, example)"
            + " values (?, ?, ?, ?, ?)",
        day,
        position,
        code,
        violations,
        example);
  }

  /** Each statement lists one line for every violation and sees one moment. */
  private static Map<String, String> ties() {
    String booked =
        """
        (select coalesce(sum(t.amount), 0) from encore.ledger_transaction x
           join encore.ledger_transfer t on t.transaction_id = x.id
           join encore.ledger_account %s on %1$s.id = t.%s_account_id and %1$s.kind = '%s'
          where x.posting_key = 'payment:' || p.code || ':%s')""";
    String refunded =
        booked
            .formatted("a", "credit", "clearing", "refund")
            .replace(
                "x.posting_key = 'payment:' || p.code || ':refund'",
                "x.posting_key = any (array['payment:' || p.code || ':refund',"
                    + " 'payment:' || p.code || ':refund:' || r.id])");
    Map<String, String> ties = new LinkedHashMap<>();
    ties.put(
        "finance.check.captures_booked",
        "select p.code from encore.payment p where p.status in ('CAPTURED', 'REFUNDED')"
            + " and (p.amount_minor <> "
            + booked.formatted("a", "debit", "clearing", "capture")
            + " or p.fee_minor <> "
            + booked.formatted("a", "debit", "fees", "capture")
            + ")");
    ties.put(
        "finance.check.refunds_booked",
        "select p.code from encore.payment p join encore.payment_refund r on r.payment_id = p.id"
            + " where r.status = 'SUCCEEDED' and r.amount_minor <> "
            + refunded);
    ties.put(
        "finance.check.bookings_known",
        "select x.reference from encore.ledger_transaction x where x.kind in ('payment.capture', 'payment.refund')"
            + " and not exists (select from encore.payment p where p.code = x.reference"
            + " and p.status in ('CAPTURED', 'REFUNDED'))");
    ties.put(
        "finance.check.clearing_is_payments",
        """
        select currency from (
          select currency, balance from encore.ledger_house_balance where kind = 'clearing'
          union all
          select currency, amount_minor - fee_minor from encore.payment where status in ('CAPTURED', 'REFUNDED')
          union all
          select currency, -amount_minor from encore.payment_refund where status = 'SUCCEEDED') both_sides
         group by currency having sum(balance) <> 0""");
    ties.put(
        "finance.check.trial_balance",
        "select currency from encore.ledger_leg group by currency having sum(movement) <> 0");
    return ties;
  }
}
