package fan.encore.finance;

import fan.encore.account.Roles;
import fan.encore.shared.Money;
import fan.encore.shared.Sql;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What fans bought and have not spent, at the end of any business day. */
@Stateless
@RolesAllowed({Roles.FINANCE, Roles.ADMIN})
public class UnusedBalance {

  private static final String YEN = "JPY";

  /**
   * Every lot as it was at a moment. What can be spent within six months of its issue only is
   * exempt (Payment Services Act, article 4 and its order).
   */
  private static final String LOTS =
      """
      with was as (
        select l.*, a.kind, l.issued - coalesce((select sum(m.amount) from encore.lot_movement m
                 join encore.ledger_transaction t on t.id = m.transaction_id and t.posted_at < ?
                where m.lot_id = l.id), 0) as left_then,
               coalesce(l.expires_at <= l.issued_at + interval '6 months', false) as exempt
          from encore.lot l join encore.ledger_account a on a.id = l.purse_id and a.kind in ('paid', 'free')
         where l.issued_at < ?)
      """;

  @Inject private Sql sql;
  @Inject private BusinessDays days;
  @Inject private Clock clock;

  /** For the container. */
  public UnusedBalance() {}

  /** Outside the server. */
  public UnusedBalance(Sql sql, BusinessDays days, Clock clock) {
    this.sql = sql;
    this.days = days;
    this.clock = clock;
  }

  /** The business day that is today. */
  public LocalDate today() {
    return days.dayOf(clock.instant());
  }

  /**
   * The figure at the end of a day; of today it is the one until now.
   *
   * @param date any day, the future counts as today
   */
  public UnusedFigure at(LocalDate date) {
    LocalDate day = date.isAfter(today()) ? today() : date;
    List<UnusedFigure.Row> rows = rows(day);
    List<UnusedFigure.Reference> references = references(day);
    boolean due =
        PrepaidRules.isReference(day)
            && PrepaidRules.reportDue(
                references.stream().map(reference -> reference.unused().minor()).toList());
    return new UnusedFigure(
        day,
        total(day, false),
        total(day, true),
        rows.stream().mapToLong(UnusedFigure.Row::remaining).sum(),
        sql.number(
            LOTS + "select coalesce(sum(left_then), 0) from was where kind = 'free'",
            days.endOf(day),
            days.endOf(day)),
        due,
        rows,
        references);
  }

  /**
   * The figure as a document.
   *
   * @param format {@code xlsx}, or anything else for PDF
   */
  public byte[] document(LocalDate date, Locale reader, String format) {
    UnusedFigure figure = at(date);
    return format.equals("xlsx")
        ? new UnusedXlsx(reader, figure, days.zone()).bytes()
        : new UnusedPdf(reader, figure, days.zone()).bytes();
  }

  private List<UnusedFigure.Row> rows(LocalDate day) {
    Instant end = days.endOf(day);
    return sql.list(
        LOTS
            + "select channel, currency, unit_micro, exempt, count(*), sum(issued), sum(left_then),"
            + " ceil(sum(value_yen::numeric * left_then / issued)) from was where kind = 'paid' and left_then > 0"
            + " group by channel, currency, unit_micro, exempt order by exempt, channel, currency, unit_micro desc",
        UnusedBalance::row,
        end,
        end);
  }

  /** Rounded up once, at the end: never less than the law counts. */
  private Money total(LocalDate day, boolean exempt) {
    return new Money(
        sql.number(
            LOTS
                + "select coalesce(ceil(sum(value_yen::numeric * left_then / issued)), 0) from was"
                + " where kind = 'paid' and exempt = ?",
            days.endOf(day),
            days.endOf(day),
            exempt),
        YEN);
  }

  private List<UnusedFigure.Reference> references(LocalDate day) {
    Stream<LocalDate> dates =
        sql.first(
                "select min(issued_at) as first from encore.lot", row -> Sql.instant(row, "first"))
            .map(days::dayOf)
            .map(first -> PrepaidRules.references(first, day).stream())
            .orElse(Stream.empty());
    List<UnusedFigure.Reference> references = new ArrayList<>();
    dates.forEach(date -> references.add(new UnusedFigure.Reference(date, total(date, false))));
    return references;
  }

  private static UnusedFigure.Row row(ResultSet row) throws SQLException {
    return new UnusedFigure.Row(
        row.getString(1),
        row.getString(2),
        row.getLong(3),
        row.getBoolean(4),
        row.getLong(5),
        row.getLong(6),
        row.getLong(7),
        new Money(row.getLong(8), YEN));
  }
}
