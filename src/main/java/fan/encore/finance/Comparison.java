package fan.encore.finance;

import fan.encore.shared.Sql;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

/**
 * Puts both sides beside each other. The key is our payment's code, which the provider carries in
 * the payment's metadata; the charge's number serves a line that lost it. A refund is known by its
 * own number at the provider, else by the payment.
 */
@Stateless
@RolesAllowed("SYSTEM")
public class Comparison {

  /** What the ledger booked as the provider's fee when it captured payment {@code p}. */
  private static final String BOOKED_FEE =
      "(select coalesce(sum(t.amount), 0)::bigint from encore.ledger_transaction x"
          + " join encore.ledger_transfer t on t.transaction_id = x.id"
          + " join encore.ledger_account d on d.id = t.debit_account_id"
          + " where x.posting_key = 'payment:' || p.code || ':capture'"
          + " and d.owner_kind = 'house' and d.kind = 'fees')";

  private static final String CHARGE =
      "select p.id, p.provider, 'CHARGE' as our_kind, p.code, p.purpose, p.account_id,"
          + " p.currency as our_currency, p.amount_minor as our_minor, p.paid_at as our_at, "
          + BOOKED_FEE
          + " as our_fee from encore.payment p where p.status in ('CAPTURED', 'REFUNDED')";

  private static final String REFUND =
      "select r.id, p.provider, 'REFUND' as our_kind, p.code, p.purpose, p.account_id,"
          + " r.currency as our_currency, -r.amount_minor as our_minor, r.completed_at as our_at,"
          + " 0::bigint as our_fee from encore.payment_refund r"
          + " join encore.payment p on p.id = r.payment_id where r.status = 'SUCCEEDED'";

  private static final String ITS_CHARGE =
      " and p.provider = l.provider and (p.code = l.payment_ref"
          + " or l.payment_ref is null and p.charge_id = l.charge_id)";

  private static final String SETTLED_BEFORE =
      "exists (select from encore.settlement_line e where e.id < l.id and e.kind = l.kind and ";

  private static final String LINES =
      "select l.id as line_id, l.transaction_id, l.kind, l.category, l.source_id, l.charge_id,"
          + " l.payment_ref, l.refund_ref, l.occurred_at, l.currency, l.gross_minor, l.fee_minor,"
          + " l.description, l.provider as line_provider, o.*"
          + " from encore.settlement_line l left join lateral ("
          + CHARGE
          + ITS_CHARGE
          + " and l.kind = 'CHARGE' and not "
          + SETTLED_BEFORE
          + "(e.payment_ref = l.payment_ref or e.charge_id = l.charge_id))"
          + " union all "
          + REFUND
          + ITS_CHARGE
          + " and l.kind = 'REFUND' and (r.provider_id is null or r.provider_id = l.source_id) and not "
          + SETTLED_BEFORE
          + "e.source_id = l.source_id)"
          + ") o on true where l.file_date = any (?::date[]) and l.id > ? order by l.id limit ?";

  private static final String OPEN =
      "select * from ("
          + CHARGE
          + " and p.paid_at < ? and not exists (select from encore.settlement_line l"
          + " where l.kind = 'CHARGE' and l.file_date <= ?"
          + ITS_CHARGE
          + ") union all "
          + REFUND
          + " and r.completed_at < ? and not exists (select from encore.settlement_line l"
          + " where l.kind = 'REFUND' and l.file_date <= ?"
          + " and (r.provider_id is null or r.provider_id = l.source_id)"
          + ITS_CHARGE
          + ")) o where (our_kind, id) > (?, ?) order by our_kind, id limit ?";

  @Inject private Sql sql;
  @Inject private BusinessDays days;

  /**
   * The lines of a day's files, each with ours beside it if there is one.
   *
   * @param after number of the last line seen, 0 to begin
   */
  public List<Pair> lines(LocalDate day, long after, int limit) {
    String[] files = days.filesOf(day).stream().map(LocalDate::toString).toArray(String[]::new);
    return sql.list(
        LINES,
        row -> {
          Ours ours = row.getString("code") == null ? null : ours(row);
          return new Pair(
              row.getString("line_provider"),
              ours,
              theirs(row),
              row.getLong("line_id"),
              ours == null ? null : days.dueOn(ours.kind(), ours.at()));
        },
        files,
        after,
        limit);
  }

  /**
   * What was paid or given back before the end of the day and is in no file up to that day: that
   * day's own and what earlier days carried forward.
   *
   * @param after the last one seen, or null to begin
   */
  public List<Pair> open(LocalDate day, Ours after, int limit) {
    return sql.list(
        OPEN,
        row -> {
          Ours ours = ours(row);
          return new Pair(ours.provider(), ours, null, 0, days.dueOn(ours.kind(), ours.at()));
        },
        days.endOf(day),
        days.newestFile(day),
        days.endOf(day),
        days.newestFile(day),
        after == null ? "" : after.kind().name(),
        after == null ? 0L : after.id(),
        limit);
  }

  /**
   * Writes outcomes; the same ones again change nothing.
   *
   * @param generation number of the run that began; lines of older ones go when the report is made
   */
  public void enter(LocalDate day, long generation, List<Compared> found) {
    found.forEach(one -> enter(day, generation, one));
  }

  private void enter(LocalDate day, long generation, Compared one) {
    Pair pair = one.pair();
    Ours ours = pair.ours();
    Theirs theirs = pair.theirs();
    sql.update(
        "insert into encore.reconciliation_line (business_day, provider, kind, item, outcome, generation, due_on,"
            + " payment, purpose, account_id, ours_currency, ours_minor, ours_fee_minor, ours_at,"
            + " line_id, their_currency, their_minor, their_fee_minor, their_at, their_source)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, nullif(?, 0), ?, ?, ?, ?, ?)"
            + " on conflict (business_day, provider, kind, item) do update set outcome = excluded.outcome,"
            + " generation = excluded.generation, due_on = excluded.due_on, payment = excluded.payment,"
            + " purpose = excluded.purpose, account_id = excluded.account_id,"
            + " ours_currency = excluded.ours_currency, ours_minor = excluded.ours_minor,"
            + " ours_fee_minor = excluded.ours_fee_minor, ours_at = excluded.ours_at,"
            + " line_id = excluded.line_id, their_currency = excluded.their_currency,"
            + " their_minor = excluded.their_minor, their_fee_minor = excluded.their_fee_minor,"
            + " their_at = excluded.their_at, their_source = excluded.their_source",
        day,
        pair.provider(),
        pair.kind(),
        pair.item(),
        one.outcome(),
        generation,
        pair.dueOn(),
        ours == null ? theirs.paymentRef() : ours.payment(),
        ours == null ? null : ours.purpose(),
        ours == null ? null : ours.accountId(),
        ours == null ? null : ours.currency(),
        ours == null ? null : ours.minor(),
        ours == null ? null : ours.feeMinor(),
        ours == null ? null : ours.at(),
        pair.lineId(),
        theirs == null ? null : theirs.currency(),
        theirs == null ? null : theirs.grossMinor(),
        theirs == null ? null : theirs.feeMinor(),
        theirs == null ? null : theirs.at(),
        theirs == null ? null : theirs.sourceId());
  }

  private static Ours ours(ResultSet row) throws SQLException {
    return new Ours(
        row.getLong("id"),
        row.getString("provider"),
        Ours.Kind.valueOf(row.getString("our_kind")),
        row.getString("code"),
        row.getString("purpose"),
        row.getLong("account_id"),
        row.getString("our_currency"),
        row.getLong("our_minor"),
        row.getLong("our_fee"),
        Sql.instant(row, "our_at"));
  }

  private static Theirs theirs(ResultSet row) throws SQLException {
    return new Theirs(
        row.getString("transaction_id"),
        Ours.Kind.valueOf(row.getString("kind")),
        row.getString("category"),
        row.getString("source_id"),
        row.getString("charge_id"),
        row.getString("payment_ref"),
        row.getString("refund_ref"),
        Sql.instant(row, "occurred_at"),
        row.getString("currency"),
        row.getLong("gross_minor"),
        row.getLong("fee_minor"),
        row.getString("description"));
  }
}
