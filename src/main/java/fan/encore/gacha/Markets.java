package fan.encore.gacha;

import fan.encore.gacha.MarketClosed.Reason;
import fan.encore.shared.Money;
import fan.encore.shared.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** The markets' rules, read from the database at most every {@link #FRESH_SECONDS}. */
@ApplicationScoped
public class Markets {

  /** How old they may be. */
  public static final int FRESH_SECONDS = 60;

  private record Kept(
      List<Market> list,
      Map<String, Market> byCode,
      Map<String, String> countries,
      Instant readAt) {}

  @Inject private Sql sql;
  @Inject private Clock clock;

  private volatile Kept kept;

  /** For the container. */
  public Markets() {}

  /** Outside the server. */
  public Markets(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /** All markets by code, that of the rest of the world last. */
  public List<Market> list() {
    return kept().list();
  }

  /**
   * The market of a country.
   *
   * @param country ISO 3166-1 alpha-2, or null
   */
  public Market of(String country) {
    Kept now = kept();
    String code =
        country == null ? Market.OTHER : now.countries().getOrDefault(country, Market.OTHER);
    return now.byCode().get(code);
  }

  /**
   * Lets a fan draw, if the law of her market and the banner do.
   *
   * @param country ISO 3166-1 alpha-2 of her profile, or null
   * @param birthDate or null
   * @return code of the market, for the record
   * @throws MarketClosed if they do not
   */
  public String admit(Banner banner, String country, LocalDate birthDate, Instant now) {
    Market market = of(country);
    if (!market.gachaAllowed()) {
      throw new MarketClosed(Reason.GACHA_NOT_ALLOWED, market.minimumAge());
    }
    if (banner.published().closedMarkets().contains(market.code())) {
      throw new MarketClosed(Reason.BANNER_NOT_OFFERED, market.minimumAge());
    }
    if (birthDate == null && (market.birthDateRequired() || market.minimumAge() > 0)) {
      throw new MarketClosed(Reason.BIRTH_DATE_UNKNOWN, market.minimumAge());
    }
    LocalDate today = LocalDate.ofInstant(now, banner.zone());
    if (birthDate != null && Period.between(birthDate, today).getYears() < market.minimumAge()) {
      throw new MarketClosed(Reason.TOO_YOUNG, market.minimumAge());
    }
    return market.code();
  }

  private Kept kept() {
    Instant now = clock.instant();
    Kept known = kept;
    if (known == null || known.readAt().plusSeconds(FRESH_SECONDS).isBefore(now)) {
      known = read(now);
      kept = known;
    }
    return known;
  }

  private Kept read(Instant now) {
    List<Market> list =
        sql.list("select * from encore.market order by code = 'OTHER', code", Markets::market);
    Map<String, String> countries =
        sql
            .list(
                "select country, market_code from encore.market_country",
                row -> Map.entry(row.getString(1), row.getString(2)))
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    return new Kept(
        list, list.stream().collect(Collectors.toMap(Market::code, one -> one)), countries, now);
  }

  private static Market market(ResultSet row) throws SQLException {
    Long draws = Sql.nullableLong(row, "rare_cost_draws");
    Long minor = Sql.nullableLong(row, "rare_cost_minor");
    return new Market(
        row.getString("code"),
        row.getBoolean("gacha_allowed"),
        row.getInt("minimum_age"),
        row.getBoolean("birth_date_required"),
        row.getBoolean("odds_before_paying"),
        row.getBoolean("real_price_shown"),
        row.getBoolean("direct_purchase_required"),
        row.getBoolean("set_reward_allowed"),
        draws == null ? OptionalLong.empty() : OptionalLong.of(draws),
        minor == null ? null : new Money(minor, row.getString("rare_cost_currency")));
  }
}
