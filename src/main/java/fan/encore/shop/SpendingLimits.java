package fan.encore.shop;

import fan.encore.account.Roles;
import fan.encore.audit.Audited;
import fan.encore.shared.Money;
import fan.encore.shared.Sql;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How much a fan may buy in a calendar month of {@code ENCORE_BUSINESS_ZONE}: by her age where her
 * market has bands, and by a limit of her own.
 */
@Stateless
public class SpendingLimits {

  /** How long a fan waits for a higher limit of her own; a lower one counts at once. */
  public static final Duration COOLING_OFF = Duration.ofDays(7);

  private static final String YEN = "JPY";

  private static final String OWN =
      "select case when next_at <= ? then next_yen else monthly_yen end as own,"
          + " case when next_at > ? then next_yen end as next_yen,"
          + " case when next_at > ? then next_at end as next_at"
          + " from encore.spending_limit where account_id = ?";

  @Inject private Sql sql;
  @Inject private Clock clock;

  @Inject
  @ConfigProperty(name = "ENCORE_BUSINESS_ZONE", defaultValue = "Asia/Tokyo")
  private String zone;

  /** For the container. */
  public SpendingLimits() {}

  /** Outside the server. */
  public SpendingLimits(Sql sql, Clock clock, String zone) {
    this.sql = sql;
    this.clock = clock;
    this.zone = zone;
  }

  private record Own(Money limit, Money next, Instant nextAt) {}

  private record Age(Money limit, boolean birthDateNeeded) {}

  /** What the fan may buy this month. */
  @RolesAllowed(Roles.FAN)
  public SpendingState of(long accountId) {
    return state(accountId);
  }

  /**
   * Sets the fan's own limit: a lower one at once, a higher one or none after {@link #COOLING_OFF}.
   *
   * @param yen a month; null for none
   */
  @RolesAllowed(Roles.FAN)
  @Audited("shop.limit")
  public SpendingState set(long accountId, Long yen) {
    if (yen != null && yen < 0) {
      throw new IllegalArgumentException("A limit is not below zero: " + yen);
    }
    hold(accountId);
    Money now = own(accountId).limit();
    boolean lower = yen != null && (now == null || yen <= now.minor());
    sql.update(
        "update encore.spending_limit set monthly_yen = ?::bigint, next_yen = ?::bigint, next_at = ?::timestamptz"
            + " where account_id = ?",
        lower ? yen : now == null ? null : (Long) now.minor(),
        lower ? null : yen,
        lower || now == null ? null : clock.instant().plus(COOLING_OFF),
        accountId);
    return state(accountId);
  }

  /**
   * Locks the fan's purchases until the end of the transaction: two at once can't both take what is
   * left.
   */
  @PermitAll
  public void hold(long accountId) {
    sql.update(
        "insert into encore.spending_limit (account_id) values (?) on conflict do nothing",
        accountId);
    sql.number(
        "select account_id from encore.spending_limit where account_id = ? for update", accountId);
  }

  /**
   * Lets a purchase pass. The caller holds the fan's purchases.
   *
   * @param yen the price in yen, whatever is paid in
   * @throws BirthDateNeeded if the market asks for it
   * @throws SpendingLimitReached if less is left
   */
  @PermitAll
  public void admit(long accountId, long yen) {
    SpendingState state = state(accountId);
    if (state.birthDateNeeded()) {
      throw new BirthDateNeeded();
    }
    if (state.limit() != null && state.left().minor() < yen) {
      throw new SpendingLimitReached(state.limit(), state.left());
    }
  }

  private SpendingState state(long accountId) {
    Own own = own(accountId);
    Age age = age(accountId);
    LocalDate first = LocalDate.ofInstant(clock.instant(), ZoneId.of(zone)).withDayOfMonth(1);
    long spent =
        sql.number(
            "select coalesce(sum(value_yen), 0)::bigint from encore.diamond_order where account_id = ?"
                + " and status in ('PLACED', 'DELIVERED') and placed_at >= ? and placed_at < ?",
            accountId,
            first.atStartOfDay(ZoneId.of(zone)).toInstant(),
            first.plusMonths(1).atStartOfDay(ZoneId.of(zone)).toInstant());
    return new SpendingState(
        age.limit(),
        own.limit(),
        own.next(),
        own.nextAt(),
        new Money(spent, YEN),
        age.birthDateNeeded());
  }

  private Own own(long accountId) {
    Instant now = clock.instant();
    return sql.first(
            OWN,
            row -> new Own(yen(row, "own"), yen(row, "next_yen"), Sql.instant(row, "next_at")),
            now,
            now,
            now,
            accountId)
        .orElse(new Own(null, null, null));
  }

  private Age age(long accountId) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.of(zone));
    return sql.first(
            "select a.birth_date, m.birth_date_required, m.code from encore.account a"
                + " left join encore.market_country c on c.country = a.country"
                + " join encore.market m on m.code = coalesce(c.market_code, 'OTHER') where a.id = ?",
            row -> {
              LocalDate born = row.getObject(1, LocalDate.class);
              return born == null
                  ? new Age(null, row.getBoolean(2))
                  : new Age(band(row.getString(3), Period.between(born, today).getYears()), false);
            },
            accountId)
        .orElse(new Age(null, false));
  }

  private Money band(String market, int years) {
    return sql.first(
            "select monthly_yen from encore.spending_band where market_code = ? and ? between from_age and to_age",
            row -> new Money(row.getLong(1), YEN),
            market,
            years)
        .orElse(null);
  }

  private static Money yen(ResultSet row, String column) throws SQLException {
    Long yen = Sql.nullableLong(row, column);
    return yen == null ? null : new Money(yen, YEN);
  }
}
