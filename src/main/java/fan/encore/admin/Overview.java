package fan.encore.admin;

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
import java.time.ZoneId;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Encore in numbers, for administrators. */
@Stateless
@RolesAllowed(Roles.ADMIN)
public class Overview {

  private static final int DAYS = 14;

  private static final String COUNTS =
      "select (select count(*) from encore.account where status <> 'GUEST') as accounts,"
          + " (select count(*) from encore.account where created_at >= b.at and status <> 'GUEST') as new_accounts,"
          + " (select count(*) from encore.ticket_order where placed_at >= b.at - interval '1 day'"
          + " and paid_at >= b.at) as orders,"
          + " (select count(*) from encore.ticket_order where refunded_at >= b.at) as refunds,"
          + " d.draws, d.prizes,"
          + " (select count(*) from encore.payment where status = 'OPEN') as open_payments,"
          + " (select count(*) from encore.payment where fulfilment = 'FAILED') as failed_payments,"
          + " (select count(*) from encore.outbox_message where state <> 'SENT' and state = 'DEAD')"
          + " as dead, (select count(*) from encore.outbox_message where state <> 'SENT'"
          + " and state <> 'DEAD') as waiting,"
          + " (select count(*) from encore.job_run where status = 'RUNNING') as running"
          + " from (select ?::timestamptz as at) b cross join lateral (select count(*) as draws,"
          + " coalesce(sum(quantity), 0) as prizes from encore.draw where drawn_at >= b.at) d";

  private static final String REVENUE =
      "select purpose, currency, count(*) as payments, sum(amount_minor) as amount"
          + " from encore.payment where paid_at >= ? group by purpose, currency"
          + " order by purpose, currency";

  private static final String LAST_DAYS =
      "select g.day::date as day, coalesce(a.n, 0) as accounts, coalesce(o.n, 0) as orders,"
          + " coalesce(d.n, 0) as prizes"
          + " from generate_series(?::date, ?::date, interval '1 day') g(day)"
          + " left join (select (created_at at time zone ?)::date as day, count(*) as n"
          + " from encore.account where created_at >= ? and status <> 'GUEST' group by 1) a on a.day = g.day::date"
          + " left join (select (paid_at at time zone ?)::date as day, count(*) as n"
          + " from encore.ticket_order where paid_at >= ? group by 1) o on o.day = g.day::date"
          + " left join (select (drawn_at at time zone ?)::date as day, sum(quantity) as n"
          + " from encore.draw where drawn_at >= ? group by 1) d on d.day = g.day::date"
          + " order by 1";

  @Inject private Sql sql;
  @Inject private Clock clock;

  @Inject
  @ConfigProperty(name = "ENCORE_BUSINESS_ZONE", defaultValue = "Asia/Tokyo")
  private String zone;

  /** The business day so far and the {@value #DAYS} days that end with it. */
  public Today today() {
    ZoneId business = ZoneId.of(zone);
    LocalDate day = LocalDate.ofInstant(clock.instant(), business);
    Instant begin = day.atStartOfDay(business).toInstant();
    LocalDate firstDay = day.minusDays(DAYS - 1L);
    Instant first = firstDay.atStartOfDay(business).toInstant();
    List<Today.Day> days =
        sql.list(LAST_DAYS, Overview::day, firstDay, day, zone, first, zone, first, zone, first);
    List<Today.Revenue> revenue = sql.list(REVENUE, Overview::revenue, begin);
    return sql.first(COUNTS, row -> today(row, day, revenue, days), begin).orElseThrow();
  }

  private static Today today(
      ResultSet row, LocalDate day, List<Today.Revenue> revenue, List<Today.Day> days)
      throws SQLException {
    return new Today(
        day,
        row.getLong("accounts"),
        row.getLong("new_accounts"),
        row.getLong("orders"),
        row.getLong("refunds"),
        row.getLong("draws"),
        row.getLong("prizes"),
        row.getLong("open_payments"),
        row.getLong("failed_payments"),
        row.getLong("dead"),
        row.getLong("waiting"),
        row.getLong("running"),
        revenue,
        days);
  }

  private static Today.Revenue revenue(ResultSet row) throws SQLException {
    return new Today.Revenue(
        row.getString("purpose"),
        row.getLong("payments"),
        new Money(row.getLong("amount"), row.getString("currency")));
  }

  private static Today.Day day(ResultSet row) throws SQLException {
    return new Today.Day(
        row.getObject("day", LocalDate.class),
        row.getLong("accounts"),
        row.getLong("orders"),
        row.getLong("prizes"));
  }
}
