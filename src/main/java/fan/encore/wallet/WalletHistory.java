package fan.encore.wallet;

import fan.encore.account.Roles;
import fan.encore.shared.Slice;
import fan.encore.shared.Sql;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** A fan's diamonds line by line, lot by lot and month by month, for herself. */
@Stateless
@RolesAllowed(Roles.FAN)
public class WalletHistory {

  /** More lines than this are not given out at once. */
  public static final int MOST = 50_000;

  private static final String LEGS =
      """
      with mine as (select id, kind from encore.ledger_account where address in (?, ?)), leg as (
        select transaction_id, line, debit_account_id as account_id, -amount as movement, debit_balance as balance_after
          from encore.ledger_transfer where debit_account_id in (select id from mine) and debit_sequence is not null
        union all
        select transaction_id, line, credit_account_id, amount, credit_balance
          from encore.ledger_transfer where credit_account_id in (select id from mine) and credit_sequence is not null
      ), entry as (
        select t.id, t.posted_at, m.kind as purse, t.kind, t.reference, l.movement, l.balance_after, l.line
          from leg l join mine m on m.id = l.account_id join encore.ledger_transaction t on t.id = l.transaction_id
         where (?::text is null or m.kind = ?) and (?::text is null or t.kind = ?)
           and (?::timestamptz is null or t.posted_at >= ?) and (?::timestamptz is null or t.posted_at < ?))
      """;

  @Inject private Sql sql;

  @Inject
  @ConfigProperty(name = "ENCORE_BUSINESS_ZONE", defaultValue = "Asia/Tokyo")
  private String zone;

  /** For the container. */
  public WalletHistory() {}

  /** Outside the server. */
  public WalletHistory(Sql sql, String zone) {
    this.sql = sql;
    this.zone = zone;
  }

  /**
   * Lines of the statement, newest first, each with the balance after it.
   *
   * @param page from 0
   * @param size 1 to {@link #MOST}
   */
  public Slice<WalletEntry> entries(long accountId, EntryFilter filter, int page, int size) {
    int limit = Math.min(MOST, Math.max(1, size));
    Object[] wanted = parameters(accountId, filter);
    List<Object> all = new ArrayList<>();
    Collections.addAll(all, wanted);
    all.add(limit);
    all.add((long) Math.max(0, page) * limit);
    return new Slice<>(
        sql.list(
            LEGS + "select * from entry order by id desc, line desc limit ? offset ?",
            WalletHistory::entry,
            all.toArray()),
        sql.number(LEGS + "select count(*) from entry", wanted));
  }

  /** Kinds that occur in the fan's history, in alphabetical order. */
  public List<String> kinds(long accountId) {
    return sql.list(
        LEGS + "select distinct kind from entry order by kind",
        row -> row.getString(1),
        parameters(accountId, EntryFilter.ALL));
  }

  /** Lots with something left, in the order in which they are spent. */
  public List<LotRow> lots(long accountId) {
    return sql.list(
        "select l.*, a.kind from encore.lot l join encore.ledger_account a on a.id = l.purse_id"
            + " where a.address in (?, ?) and l.is_open"
            + " order by a.kind = 'paid', l.expires_at nulls last, l.unit_micro desc, l.id limit 500",
        row ->
            new LotRow(
                row.getLong("id"),
                row.getString("kind"),
                row.getString("source"),
                row.getString("channel"),
                Sql.nullableLong(row, "price_minor"),
                row.getString("currency"),
                row.getLong("issued"),
                row.getLong("remaining"),
                Sql.instant(row, "issued_at"),
                Sql.instant(row, "expires_at")),
        AccountRef.paidDiamonds(accountId).address(),
        AccountRef.freeDiamonds(accountId).address());
  }

  /** The statement of a month of the business zone. */
  public MonthStatement statement(long accountId, YearMonth month) {
    Instant from = month.atDay(1).atStartOfDay(ZoneId.of(zone)).toInstant();
    Instant to = month.plusMonths(1).atDay(1).atStartOfDay(ZoneId.of(zone)).toInstant();
    List<WalletEntry> entries =
        new ArrayList<>(entries(accountId, new EntryFilter(null, null, from, to), 0, MOST).rows());
    Collections.reverse(entries);
    return new MonthStatement(
        month,
        List.of(purse(accountId, "paid", from, entries), purse(accountId, "free", from, entries)),
        List.copyOf(entries));
  }

  private MonthStatement.Purse purse(
      long accountId, String purse, Instant from, List<WalletEntry> entries) {
    long opening =
        entries(accountId, new EntryFilter(purse, null, null, from), 0, 1).rows().stream()
            .mapToLong(WalletEntry::balanceAfter)
            .sum();
    long came = sum(purse, entries, 1);
    long went = sum(purse, entries, -1);
    return new MonthStatement.Purse(purse, opening, came, went, opening + came - went);
  }

  private static long sum(String purse, List<WalletEntry> entries, int sign) {
    return entries.stream()
        .filter(entry -> entry.purse().equals(purse))
        .mapToLong(entry -> Math.max(0, sign * entry.diamonds()))
        .sum();
  }

  private static Object[] parameters(long accountId, EntryFilter filter) {
    return new Object[] {
      AccountRef.paidDiamonds(accountId).address(),
      AccountRef.freeDiamonds(accountId).address(),
      filter.purse(),
      filter.purse(),
      filter.kind(),
      filter.kind(),
      filter.from(),
      filter.from(),
      filter.to(),
      filter.to()
    };
  }

  private static WalletEntry entry(ResultSet row) throws SQLException {
    return new WalletEntry(
        row.getLong("id"),
        Sql.instant(row, "posted_at"),
        row.getString("purse"),
        row.getString("kind"),
        row.getString("reference"),
        row.getLong("movement"),
        row.getLong("balance_after"));
  }
}
