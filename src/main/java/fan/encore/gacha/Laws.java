package fan.encore.gacha;

import fan.encore.gacha.LawCheck.Result;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Holds a banner against the laws of the markets: a designer's reading of them, with the source of
 * each at {@link Law} and beside the markets' rows. Pure.
 */
public final class Laws {

  private static final double ROUNDING = 1e-9;

  private final Rules rules;
  private final Analysis analysis;
  private final List<Market> markets;
  private final LawFacts facts;
  private final List<LawCheck> checks = new ArrayList<>();

  private Laws(Rules rules, Analysis analysis, List<Market> markets, LawFacts facts) {
    this.rules = rules;
    this.analysis = analysis;
    this.markets = markets;
    this.facts = facts;
  }

  /** All checks in the order of {@link Law}. */
  public static List<LawCheck> check(Rules rules, List<Market> markets, LawFacts facts) {
    Laws laws = new Laws(rules, Analysis.of(rules), markets, facts);
    laws.rareItems();
    laws.noBlanks();
    laws.allItems();
    laws.sets();
    laws.markets();
    return List.copyOf(laws.checks);
  }

  /** Codes of the markets in which the banner may not be offered. */
  public static Set<String> closed(List<LawCheck> checks) {
    return checks.stream()
        .filter(check -> check.result() == Result.FAILED)
        .flatMap(check -> check.markets().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private void rareItems() {
    Set<String> concerned = codes(market -> market.rareCostDraws().isPresent());
    if (concerned.isEmpty()) {
      return;
    }
    Market market =
        markets.stream().filter(one -> concerned.contains(one.code())).findFirst().orElseThrow();
    List<Analysis.Line> rare = rareLines();
    double rarest = rare.stream().mapToDouble(Analysis.Line::consolidated).min().orElse(1);
    double commonest = rare.stream().mapToDouble(Analysis.Line::consolidated).max().orElse(1);
    double draws = 1 / rarest;
    double yen = draws * perDraw() * facts.yenPerDiamond().orElse(0);
    boolean cheap = draws <= market.rareCostDraws().getAsLong() + ROUNDING;
    boolean affordable = yen <= market.rareCost().minor() + ROUNDING;
    boolean rates = rarest > 0;
    boolean each = ratesOfAll();
    add(Law.JOGA_2016_A, concerned, noted(cheap), draws);
    add(Law.JOGA_2016_B, concerned, noted(affordable), yen);
    add(Law.JOGA_2016_C, concerned, noted(rates), rarest * 100, commonest * 100);
    add(Law.JOGA_2016_D, concerned, noted(each), analysis.items().size());
    add(Law.JOGA_2016, concerned, passed(cheap || affordable || rates || each));
  }

  /** The items of the rarest tier that can come by chance. */
  private List<Analysis.Line> rareLines() {
    String rarest = analysis.tiers().get(0).name();
    return analysis.items().stream()
        .filter(item -> item.tier().equals(rarest) && item.consolidated() > 0)
        .toList();
  }

  /** Diamonds for a draw of the usual call. */
  private double perDraw() {
    Pattern pattern = new Pattern(rules);
    int round = pattern.head().size() + pattern.loop().size();
    return (double) pattern.cost(round) / round;
  }

  private boolean ratesOfAll() {
    double sum = analysis.items().stream().mapToDouble(Analysis.Line::consolidated).sum();
    return Math.abs(sum - 1) < ROUNDING;
  }

  private void noBlanks() {
    double price = perDraw() - ROUNDING;
    long blanks =
        rules.design().items().stream()
            .map(Design.Entry::code)
            .filter(
                item ->
                    !facts.shown().contains(item)
                        || facts.worth().getOrDefault(item, price) < price)
            .count();
    add(Law.JOGA_2012_NO_BLANKS, codes(market -> true), passed(blanks == 0), blanks);
  }

  private void allItems() {
    Set<String> named =
        rules.design().items().stream().map(Design.Entry::code).collect(Collectors.toSet());
    Set<String> listed =
        analysis.items().stream().map(Analysis.Line::name).collect(Collectors.toSet());
    boolean all = listed.equals(named) && facts.shown().containsAll(named) && ratesOfAll();
    add(Law.CESA_ALL_ITEMS, codes(market -> true), passed(all), listed.size());
  }

  private void sets() {
    Set<String> drawn =
        rules.design().items().stream().map(Design.Entry::code).collect(Collectors.toSet());
    Set<String> rewarded = new HashSet<>(facts.rewardedSets());
    rewarded.retainAll(drawn);
    Set<String> concerned = codes(market -> !market.setRewardAllowed());
    add(Law.KOMPU_GACHA, concerned, passed(rewarded.isEmpty()), rewarded.size());
  }

  private void markets() {
    add(Law.ODDS_BEFORE_PAYING, codes(Market::oddsBeforePaying), passed(facts.oddsShownFirst()));
    add(
        Law.REAL_PRICE_SHOWN,
        codes(Market::realPriceShown),
        passed(facts.yenPerDiamond().isPresent()));
    add(Law.WITHOUT_CHANCE_TOO, codes(Market::directPurchaseRequired), passed(withoutChance()));
    Set<String> forbidden = codes(market -> !market.gachaAllowed());
    add(Law.MARKET_ALLOWS_GACHA, codes(Market::gachaAllowed), Result.PASSED);
    add(Law.MARKET_ALLOWS_GACHA, forbidden, Result.FAILED);
  }

  /** Whether points buy every item of the rarest tier. */
  private boolean withoutChance() {
    Design.Ceiling ceiling = rules.design().ceiling();
    return ceiling != null
        && rareLines().stream().allMatch(item -> ceiling.items().contains(item.name()));
  }

  private Set<String> codes(Predicate<Market> concerned) {
    return markets.stream().filter(concerned).map(Market::code).collect(Collectors.toSet());
  }

  private static Result passed(boolean holds) {
    return holds ? Result.PASSED : Result.FAILED;
  }

  private static Result noted(boolean holds) {
    return holds ? Result.PASSED : Result.NOTED;
  }

  private void add(Law law, Set<String> concerned, Result result, Object... numbers) {
    if (!concerned.isEmpty()) {
      checks.add(new LawCheck(law, concerned, result, List.of(numbers)));
    }
  }
}
