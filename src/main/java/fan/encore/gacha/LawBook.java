package fan.encore.gacha;

import fan.encore.shared.Sql;
import fan.encore.shop.DiamondPacks;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
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
    OptionalDouble yen =
        packs.onSale().stream()
            .mapToDouble(pack -> (double) pack.price().minor() / pack.diamonds())
            .max();
    return Laws.check(rules, markets.list(), new LawFacts(shown, rewarded, yen, true));
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
