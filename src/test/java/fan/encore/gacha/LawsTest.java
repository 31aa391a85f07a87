package fan.encore.gacha;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fan.encore.gacha.LawCheck.Result;
import fan.encore.shared.Money;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LawsTest {

  private static final Market JP =
      new Market(
          "JP",
          true,
          0,
          true,
          true,
          true,
          false,
          false,
          OptionalLong.of(100),
          new Money(50_000, "JPY"));
  private static final Market BE = market("BE", false, false);
  private static final Market CN = market("CN", true, true);
  private static final Set<String> ALL = Set.of("star", "rain");

  private static Market market(String code, boolean allowed, boolean direct) {
    return new Market(
        code, allowed, 18, true, true, true, direct, false, OptionalLong.empty(), null);
  }

  private static Rules rules(long rate, Design.Ceiling ceiling) {
    return new Rules(
        new Design(
            "sky",
            "sky",
            "Asia/Tokyo",
            List.of(new Design.Tier("SSR", rate), new Design.Tier("N", 1_000_000 - rate)),
            List.of(Design.Entry.of("star", "SSR", 1), Design.Entry.of("rain", "N", 1)),
            List.of(new Design.Price(1, 300)),
            List.of(),
            List.of(),
            null,
            null,
            ceiling,
            null,
            Design.Caps.NONE,
            false,
            false));
  }

  private static LawFacts facts(Set<String> shown, Set<String> sets, boolean first) {
    return new LawFacts(shown, sets, OptionalDouble.of(1), first, Map.of());
  }

  private static LawCheck check(Law law, Rules rules, LawFacts facts) {
    return Laws.check(rules, List.of(JP, BE, CN), facts).stream()
        .filter(one -> one.law() == law)
        .findFirst()
        .orElseThrow();
  }

  private static Result of(Law law, long rate) {
    return check(law, rules(rate, null), facts(ALL, Set.of(), true)).result();
  }

  @Test
  void joga2016aARareItemCostsAtMostAHundredDrawsOnAverage() {
    assertEquals(Result.PASSED, of(Law.JOGA_2016_A, 10_000));
    assertEquals(Result.NOTED, of(Law.JOGA_2016_A, 9_999));
    assertEquals(Result.NOTED, of(Law.JOGA_2016_A, 6_000));
  }

  @Test
  void joga2016bARareItemCostsAtMostFiftyThousandYenOnAverage() {
    assertEquals(Result.PASSED, of(Law.JOGA_2016_B, 6_000));
    assertEquals(Result.NOTED, of(Law.JOGA_2016_B, 5_999));
    assertEquals(Result.NOTED, of(Law.JOGA_2016_B, 2_000));
  }

  @Test
  void joga2016cTheBoundsOfRareRatesAreShown() {
    LawCheck check = check(Law.JOGA_2016_C, rules(2_000, null), facts(ALL, Set.of(), true));
    assertEquals(Result.PASSED, check.result());
    assertEquals(0.2, (double) check.facts().get(0), 1e-12);
  }

  @Test
  void joga2016dTheRateOfEachItemIsShown() {
    LawCheck check = check(Law.JOGA_2016_D, rules(2_000, null), facts(ALL, Set.of(), true));
    assertEquals(Result.PASSED, check.result());
    assertEquals(List.of(2), check.facts());
    assertEquals(Result.PASSED, of(Law.JOGA_2016, 2_000));
  }

  @Test
  void joga2012NoDrawIsABlank() {
    Rules rules = rules(10_000, null);
    assertEquals(
        Result.PASSED, check(Law.JOGA_2012_NO_BLANKS, rules, facts(ALL, Set.of(), true)).result());
    LawCheck blank = check(Law.JOGA_2012_NO_BLANKS, rules, facts(Set.of("star"), Set.of(), true));
    assertEquals(Result.FAILED, blank.result());
    assertTrue(blank.markets().contains("JP"));
  }

  @Test
  void joga2012NoItemIsWorthLessThanADraw() {
    assertEquals(Result.PASSED, noBlanks(Map.of("rain", 300.0)).result());
    assertEquals(Result.PASSED, noBlanks(Map.of("another banner's", 1.0)).result());
    LawCheck cheap = noBlanks(Map.of("rain", 299.9, "star", 30_000.0));
    assertEquals(Result.FAILED, cheap.result());
    assertEquals(List.of(1L), cheap.facts());
  }

  private static LawCheck noBlanks(Map<String, Double> worth) {
    LawFacts facts = new LawFacts(ALL, Set.of(), OptionalDouble.of(1), true, worth);
    return check(Law.JOGA_2012_NO_BLANKS, rules(10_000, null), facts);
  }

  @Test
  void cesa2016AllItemsAreShownWithTheirRates() {
    Rules rules = rules(10_000, null);
    assertEquals(
        Result.PASSED, check(Law.CESA_ALL_ITEMS, rules, facts(ALL, Set.of(), true)).result());
    assertEquals(
        Result.FAILED,
        check(Law.CESA_ALL_ITEMS, rules, facts(Set.of("rain"), Set.of(), true)).result());
  }

  @Test
  void kompuGachaNoValuedRewardForASetOfDrawnItems() {
    Rules rules = rules(10_000, null);
    assertEquals(
        Result.PASSED, check(Law.KOMPU_GACHA, rules, facts(ALL, Set.of("other"), true)).result());
    LawCheck set = check(Law.KOMPU_GACHA, rules, facts(ALL, Set.of("star", "other"), true));
    assertEquals(Result.FAILED, set.result());
    assertTrue(set.markets().contains("JP"));
  }

  @Test
  void apple311TheOddsAreShownBeforeThePurchase() {
    Rules rules = rules(10_000, null);
    assertEquals(
        Result.PASSED, check(Law.ODDS_BEFORE_PAYING, rules, facts(ALL, Set.of(), true)).result());
    assertEquals(
        Result.FAILED, check(Law.ODDS_BEFORE_PAYING, rules, facts(ALL, Set.of(), false)).result());
  }

  @Test
  void euCpc2025ThePriceInMoneyIsBesideThePriceInDiamonds() {
    LawFacts none = new LawFacts(ALL, Set.of(), OptionalDouble.empty(), true, Map.of());
    assertEquals(Result.FAILED, check(Law.REAL_PRICE_SHOWN, rules(10_000, null), none).result());
  }

  @Test
  void chinaRareItemsCanBeHadWithoutChanceToo() {
    LawFacts facts = facts(ALL, Set.of(), true);
    LawCheck chanceOnly = check(Law.WITHOUT_CHANCE_TOO, rules(10_000, null), facts);
    assertEquals(Set.of("CN"), chanceOnly.markets());
    assertEquals(Result.FAILED, chanceOnly.result());
    Design.Ceiling ceiling = new Design.Ceiling(1, 100, List.of("star"));
    assertEquals(
        Result.PASSED, check(Law.WITHOUT_CHANCE_TOO, rules(10_000, ceiling), facts).result());
  }

  @Test
  void belgium2018PaidDrawsAreNotOffered() {
    List<LawCheck> checks =
        Laws.check(rules(10_000, null), List.of(JP, BE, CN), facts(ALL, Set.of(), true));
    assertEquals(Set.of("BE", "CN"), Laws.closed(checks));
    assertFalse(Laws.closed(checks).contains("JP"));
  }
}
