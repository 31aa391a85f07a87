package fan.encore.gacha;

import fan.encore.shared.Money;
import fan.encore.shared.Sql;
import fan.encore.shop.DiamondPacks;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Holds rules against the laws of all markets, with what the house knows beside the rules. Drafts
 * are shown what it says; {@link Publishing} obeys it, whoever publishes.
 */
@Stateless
@PermitAll
public class LawBook {

  @Inject private Sql sql;
  @Inject private Markets markets;
  @Inject private DiamondPacks packs;

  /** For the container. */
  public LawBook() {}

  /** Outside the server. */
  public LawBook(Sql sql, Markets markets, DiamondPacks packs) {
    this.sql = sql;
    this.markets = markets;
    this.packs = packs;
  }

  /**
   * What the laws say.
   *
   * @param shown codes of the items that have a name and a picture to show
   */
  public List<LawCheck> check(Rules rules, Set<String> shown) {
    Set<String> rewarded =
        new HashSet<>(
            sql.list(
                "select i.code from encore.reward_condition c join encore.item i on i.id = c.item_id"
                    + " where (select count(*) from encore.reward_condition o"
                    + " where o.reward_id = c.reward_id) > 1",
                row -> row.getString(1)));
    OptionalDouble yen = perDiamond(DiamondPacks.DEFAULT_CURRENCY);
    return Laws.check(
        rules, markets.list(), new LawFacts(shown, rewarded, yen, true, worth(rules)));
  }

  /** Diamonds that the vouchers among the prizes would buy, at the highest price of a diamond. */
  private Map<String, Double> worth(Rules rules) {
    List<Map.Entry<String, Money>> vouchers =
        sql.list(
            "select i.code, t.amount_minor, t.currency from encore.voucher_terms t"
                + " join encore.item i on i.id = t.item_id where i.code = any (?)",
            row -> Map.entry(row.getString(1), new Money(row.getLong(2), row.getString(3))),
            (Object)
                rules.design().items().stream().map(Design.Entry::code).toArray(String[]::new));
    Map<String, Double> worth = new HashMap<>();
    for (Map.Entry<String, Money> voucher : vouchers) {
      Money amount = voucher.getValue();
      perDiamond(amount.currency())
          .ifPresent(price -> worth.put(voucher.getKey(), amount.minor() / price));
    }
    return worth;
  }

  /** The highest price of a diamond in minor units; empty when none is sold in the currency. */
  private OptionalDouble perDiamond(String currency) {
    return packs.onSale(currency, Locale.ROOT).stream()
        .mapToDouble(pack -> (double) pack.price().minor() / pack.diamonds())
        .max();
  }

  /** Whether no market is left. */
  public boolean everywhere(Set<String> closedMarkets) {
    return markets.list().stream().allMatch(market -> closedMarkets.contains(market.code()));
  }

  /**
   * The markets in which these rules are not offered: those whose law forbids it, and those that
   * are not wanted.
   *
   * @throws BannerAgainstLaw if no market is left
   */
  public Set<String> closed(Rules rules, Set<String> shown, Set<String> unwanted) {
    Set<String> closed =
        Laws.closed(check(rules, shown)).stream().collect(Collectors.toCollection(HashSet::new));
    closed.addAll(unwanted);
    if (everywhere(closed)) {
      throw new BannerAgainstLaw();
    }
    return closed;
  }
}
