package fan.encore.gacha;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fan.encore.fairness.SeedStream;
import fan.encore.gacha.DrawRefused.Reason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EngineTest {

  private static final List<Design.Tier> TIERS =
      List.of(
          new Design.Tier("SSR", 10_000),
          new Design.Tier("SR", 90_000),
          new Design.Tier("N", 900_000));
  private static final List<Design.Entry> ITEMS =
      List.of(
          new Design.Entry("star", "SSR", 1, true, 0, false, 0, null),
          Design.Entry.of("sun", "SSR", 1),
          Design.Entry.of("moon", "SR", 1),
          Design.Entry.of("rain", "N", 1));

  private final SplittableRandom random = new SplittableRandom(7);
  private State state = State.EMPTY;

  /** A banner to be changed. */
  private static final class Make {
    List<Design.Entry> items = ITEMS;
    List<Design.Track> pity = List.of();
    List<Design.RateUp> rateUps = List.of(new Design.RateUp("SSR", 500_000, Design.Carry.NONE));
    String guarantee;
    Design.Steps steps;
    Design.Ceiling ceiling;
    Design.Caps caps = Design.Caps.NONE;
    boolean free;

    Design design() {
      return new Design(
          "sky",
          "skies",
          "Asia/Tokyo",
          TIERS,
          items,
          steps == null ? List.of(new Design.Price(1, 100), new Design.Price(10, 950)) : List.of(),
          pity,
          rateUps,
          guarantee,
          steps,
          ceiling,
          null,
          caps,
          free,
          false);
    }

    Rules rules() {
      return new Rules(design());
    }
  }

  private Outcome draw(Rules rules, int count) {
    return draw(rules, Stock.NONE, new Play(count, false, 20_000));
  }

  private Outcome draw(Rules rules, Stock stock, Play play) {
    Outcome outcome =
        Engine.draw(rules, state, stock, play, slot -> bound -> random.nextLong(bound));
    state = outcome.after();
    return outcome;
  }

  private void refused(Reason reason, Rules rules, Play play) {
    State before = state;
    assertEquals(
        reason, assertThrows(DrawRefused.class, () -> draw(rules, Stock.NONE, play)).reason());
    assertEquals(before, state);
  }

  @Test
  void theSameSeedsGiveTheSamePrizesAndOthersGiveOthers() {
    Rules rules = new Make().rules();
    Play ten = new Play(10, false, 20_000);
    byte[] seed = new byte[32];
    List<String> prizes =
        Engine.draw(rules, state, Stock.NONE, ten, new SeedStream(seed, "a", 0)).items();
    for (int i = 0; i < 3; i++) {
      Outcome again = Engine.draw(rules, state, Stock.NONE, ten, new SeedStream(seed, "a", 0));
      assertEquals(prizes, again.items());
      assertEquals(950, again.price());
    }
    List<List<String>> others =
        IntStream.range(1, 20)
            .mapToObj(n -> Engine.draw(rules, state, Stock.NONE, ten, new SeedStream(seed, "a", n)))
            .map(Outcome::items)
            .toList();
    assertTrue(others.stream().anyMatch(items -> !items.equals(prizes)));
  }

  @Test
  void aCounterHitsForCertainAndIsCarriedByTheGroup() {
    Make make = new Make();
    make.pity = List.of(new Design.Track("SSR", false, 20, 0, 0, Design.Carry.GROUP));
    Rules rules = make.rules();
    int gap = 0;
    int certain = 0;
    for (int i = 0; i < 2_000; i++) {
      Pick pick = draw(rules, 1).picks().get(0);
      gap++;
      assertTrue(gap <= 20);
      if (pick.tier().equals("SSR")) {
        certain += pick.why() == Pick.Why.PITY ? 1 : 0;
        gap = 0;
      }
      assertEquals(gap, state.get("pity.SSR"));
    }
    assertTrue(certain > 50);
  }

  @Test
  void severalCountersThatAreDueArePaidRarestFirstAndTheOthersStayDue() {
    Make make = new Make();
    make.pity =
        List.of(
            new Design.Track("SR", false, 10, 0, 0, Design.Carry.BANNER),
            new Design.Track("SSR", false, 20, 0, 0, Design.Carry.GROUP));
    Rules rules = make.rules();
    state = State.of(Map.of("pity.SSR", 19L, "pity.SR@sky", 9L));
    assertEquals("SSR", draw(rules, 1).picks().get(0).tier());
    assertEquals(9, state.get("pity.SR@sky"));
    Pick paid = draw(rules, 1).picks().get(0);
    assertFalse(paid.tier().equals("N"));
  }

  @Test
  void aSoftCounterTakesFromTheCommonestTier() {
    Make make = new Make();
    make.pity = List.of(new Design.Track("SSR", false, 90, 73, 60_000, Design.Carry.GROUP));
    Rules rules = make.rules();
    long[] none = {72};
    long[] first = {73};
    long[] many = {88};
    long[] due = {89};
    assertEquals(10_000, Chances.of(rules, -1, none, -1)[0]);
    assertEquals(List.of(70_000L, 90_000L, 840_000L), list(Chances.of(rules, -1, first, -1)));
    assertEquals(List.of(970_000L, 30_000L, 0L), list(Chances.of(rules, -1, many, -1)));
    assertEquals(List.of(1_000_000L, 0L, 0L), list(Chances.of(rules, -1, due, 0)));
    assertEquals(List.of(10_000L, 990_000L, 0L), list(Chances.of(rules, -1, none, 1)));
  }

  private static List<Long> list(long[] weights) {
    return java.util.Arrays.stream(weights).boxed().toList();
  }

  @Test
  void aLostRateUpMakesTheNextHitFeaturedIfItIsCarried() {
    Make make = new Make();
    make.pity = List.of(new Design.Track("SSR", false, 2, 0, 0, Design.Carry.GROUP));
    make.rateUps = List.of(new Design.RateUp("SSR", 500_000, Design.Carry.GROUP));
    Rules rules = make.rules();
    String previous = "star";
    int promised = 0;
    for (int i = 0; i < 1_000; i++) {
      Pick pick = draw(rules, 1).picks().get(0);
      if (pick.tier().equals("SSR")) {
        assertTrue(previous.equals("star") || pick.item().equals("star"));
        assertEquals(previous.equals("sun"), pick.promised());
        promised += pick.promised() ? 1 : 0;
        previous = pick.item();
      }
    }
    assertTrue(promised > 100);
  }

  @Test
  void aCounterOfFeaturedHitsBringsTheFeaturedItem() {
    Make make = new Make();
    make.pity = List.of(new Design.Track("SSR", true, 12, 0, 0, Design.Carry.BANNER));
    Rules rules = make.rules();
    int gap = 0;
    for (int i = 0; i < 1_000; i++) {
      gap = draw(rules, 1).items().get(0).equals("star") ? 0 : gap + 1;
      assertTrue(gap < 12);
      assertEquals(gap, state.get("pity.SSR.featured@sky"));
    }
  }

  @Test
  void aTenPullReachesItsGuaranteeInTheLastSlotOnlyIfNoneDidBefore() {
    Make make = new Make();
    make.guarantee = "SR";
    Rules rules = make.rules();
    int guaranteed = 0;
    for (int i = 0; i < 100; i++) {
      List<Pick> picks = draw(rules, 10).picks();
      assertTrue(picks.stream().anyMatch(pick -> !pick.tier().equals("N")));
      boolean before = picks.subList(0, 9).stream().anyMatch(pick -> !pick.tier().equals("N"));
      if (!before && picks.get(9).tier().equals("SR")) {
        assertEquals(Pick.Why.TEN, picks.get(9).why());
        guaranteed++;
      }
      assertTrue(picks.stream().limit(9).allMatch(pick -> pick.why() == Pick.Why.CHANCE));
    }
    assertTrue(guaranteed > 20);
  }

  @Test
  void stepsChangePriceCountChancesAndGuaranteeAndLoopEndOrStay() {
    Make make = new Make();
    for (Design.Then then : Design.Then.values()) {
      state = State.EMPTY;
      make.steps =
          new Design.Steps(
              then,
              List.of(
                  new Design.Step(3, 100, List.of(), null),
                  new Design.Step(10, 500, List.of(0L, 0L, 1_000_000L), "SSR")));
      Rules rules = make.rules();
      assertEquals(100, draw(rules, 3).price());
      refused(Reason.COUNT_NOT_OFFERED, rules, new Play(3, false, 1));
      Outcome second = draw(rules, 10);
      assertEquals(500, second.price());
      assertEquals(
          List.of("N", "N", "N", "N", "N", "N", "N", "N", "N", "SSR"),
          second.picks().stream().map(Pick::tier).toList());
      assertEquals(Pick.Why.STEP, second.picks().get(9).why());
      switch (then) {
        case LOOP -> assertEquals(100, draw(rules, 3).price());
        case STAY -> assertEquals(500, draw(rules, 10).price());
        case END -> refused(Reason.STEPS_ARE_OVER, rules, new Play(10, false, 1));
      }
    }
  }

  @Test
  void pointsBuyTheChosenItemAndNothingElse() {
    Make make = new Make();
    make.ceiling = new Design.Ceiling(2, 40, List.of("star"));
    Rules rules = make.rules();
    draw(rules, 10);
    assertEquals(20, state.get("points@sky"));
    assertEquals(
        Reason.POINTS_TOO_FEW,
        assertThrows(DrawRefused.class, () -> Engine.exchange(rules, state, Stock.NONE, "star"))
            .reason());
    draw(rules, 10);
    draw(rules, 1);
    Outcome chosen = Engine.exchange(rules, state, Stock.NONE, "star");
    assertEquals(List.of("star"), chosen.items());
    assertEquals(2, chosen.after().get("points@sky"));
    assertEquals(
        Reason.NOT_FOR_POINTS,
        assertThrows(DrawRefused.class, () -> Engine.exchange(rules, state, Stock.NONE, "sun"))
            .reason());
  }

  @Test
  void sharedStockRunsOutAndThePublishedSubstituteComes() {
    Make make = new Make();
    List<Design.Entry> items = new ArrayList<>(ITEMS);
    items.set(3, new Design.Entry("rain", "N", 1, false, 0, false, 3, "drop"));
    items.add(Design.Entry.of("drop", "N", 0));
    make.items = items;
    Rules rules = make.rules();
    assertEquals(List.of("rain"), rules.sharedItems());
    Outcome ten = draw(rules, new Stock(Map.of("rain", 3L)), new Play(10, false, 1));
    List<Pick> rain = ten.picks().stream().filter(pick -> pick.hit().equals("rain")).toList();
    assertEquals(3, rain.stream().filter(pick -> pick.item().equals("rain")).count());
    assertTrue(rain.stream().skip(3).allMatch(pick -> pick.item().equals("drop")));
    assertThrows(IllegalArgumentException.class, () -> draw(rules, 10));
  }

  @Test
  void aFreeDrawComesOnceADayAndCapsCountPaidOnes() {
    Make make = new Make();
    make.free = true;
    make.caps = new Design.Caps(11, 25);
    Rules rules = make.rules();
    assertEquals(0, draw(rules, Stock.NONE, new Play(1, true, 5)).price());
    refused(Reason.FREE_DRAW_USED, rules, new Play(1, true, 5));
    refused(Reason.FREE_DRAW_USED, rules, new Play(1, true, 4));
    refused(Reason.COUNT_NOT_OFFERED, rules, new Play(10, true, 6));
    draw(rules, Stock.NONE, new Play(10, false, 5));
    draw(rules, Stock.NONE, new Play(1, false, 5));
    refused(Reason.DAILY_CAP_REACHED, rules, new Play(1, false, 5));
    draw(rules, Stock.NONE, new Play(1, true, 6));
    draw(rules, Stock.NONE, new Play(10, false, 6));
    refused(Reason.DAILY_CAP_REACHED, rules, new Play(10, false, 5));
    refused(Reason.TOTAL_CAP_REACHED, rules, new Play(10, false, 7));
    assertEquals(21, state.get("total@sky"));
    make.free = false;
    refused(Reason.NO_FREE_DRAW, make.rules(), new Play(1, true, 9));
    refused(Reason.COUNT_NOT_OFFERED, rules, new Play(2, false, 9));
  }

  @Test
  void aBoxGivesExactlyWhatItHolds() {
    for (Design.Reset reset : Design.Reset.values()) {
      state = State.EMPTY;
      Rules rules = box(reset);
      Map<String, Long> got = new HashMap<>();
      for (int i = 0; i < 2; i++) {
        draw(rules, 10).items().forEach(item -> got.merge(item, 1L, Long::sum));
      }
      if (reset != Design.Reset.KEYS) {
        assertEquals(Map.of("big", 1L, "small", 19L, "last", 1L), got);
      }
      switch (reset) {
        case NEVER -> refused(Reason.BOX_HOLDS_FEWER, rules, new Play(1, false, 1));
        case EMPTY -> assertEquals(State.of(Map.of("round@sky", 1L)), state);
        case KEYS -> {
          assertTrue(got.get("big") >= 1);
          assertEquals(got.get("big"), state.get("round@sky"));
        }
      }
    }
  }

  private static Rules box(Design.Reset reset) {
    return new Rules(
        new Design(
            "sky",
            "skies",
            "Asia/Tokyo",
            List.of(new Design.Tier("SSR", 0), new Design.Tier("N", 0)),
            List.of(
                new Design.Entry("big", "SSR", 0, false, 1, true, 0, null),
                new Design.Entry("small", "N", 0, false, 19, false, 0, null),
                new Design.Entry("last", "SSR", 0, false, 0, false, 0, null)),
            List.of(new Design.Price(1, 100), new Design.Price(10, 950)),
            List.of(),
            List.of(),
            null,
            null,
            null,
            new Design.Box(reset, "last"),
            Design.Caps.NONE,
            false,
            false));
  }

  @Test
  void aFanIsToldWhereSheStands() {
    Make make = new Make();
    make.pity = List.of(new Design.Track("SSR", false, 20, 0, 0, Design.Carry.GROUP));
    make.rateUps = List.of(new Design.RateUp("SSR", 500_000, Design.Carry.GROUP));
    State before = State.of(Map.of("pity.SSR", 12L, "featured.SSR", 1L));
    Standing standing = Standing.of(make.rules(), before);
    assertEquals(List.of(new Standing.Counter("SSR", false, 12, 8)), standing.counters());
    assertEquals(List.of("SSR"), standing.promised());
    state = State.EMPTY;
    Rules box = box(Design.Reset.EMPTY);
    draw(box, 10);
    assertEquals(
        10, Standing.of(box, state).box().values().stream().mapToLong(Long::longValue).sum());
  }

  @Test
  void randomRulesAlwaysKeepTheirPromises() {
    for (int i = 0; i < 100; i++) {
      Rules rules = RandomRules.of(random, "banner-" + i);
      assertEquals(rules, Rules.parse(rules.canonical()));
      state = State.EMPTY;
      Map<String, Long> stock =
          rules.sharedItems().stream()
              .collect(Collectors.toMap(code -> code, code -> rules.item(code).stock()));
      for (int call = 0; call < 12; call++) {
        play(rules, stock, call);
      }
    }
  }

  private void play(Rules rules, Map<String, Long> stock, int call) {
    boolean free = random.nextInt(4) == 0;
    int count = free ? 1 : new int[] {1, 3, 10}[random.nextInt(3)];
    State before = state;
    Outcome outcome;
    try {
      outcome = draw(rules, new Stock(stock), new Play(count, free, 20_000 + call / 2));
    } catch (DrawRefused refused) {
      assertEquals(before, state);
      return;
    }
    assertEquals(free, outcome.price() == 0);
    long extra = outcome.picks().stream().filter(pick -> pick.why() == Pick.Why.LAST_ONE).count();
    assertEquals(count + extra, outcome.picks().size());
    for (String item : outcome.items()) {
      stock.computeIfPresent(item, (code, left) -> left - 1);
    }
    assertTrue(stock.values().stream().allMatch(left -> left >= 0));
    assertEquals(state, State.parse(state.canonical()));
    for (Rules.Counter counter : rules.counters()) {
      long misses = state.get(counter.key());
      assertTrue(misses >= 0 && misses < counter.track().hard());
    }
    assertTrue(state.numbers().values().stream().allMatch(number -> number > 0));
    if (rules.design().box() == null) {
      long[] misses = rules.counters().stream().mapToLong(one -> state.get(one.key())).toArray();
      for (int floor = -1; floor < rules.design().tiers().size(); floor++) {
        assertEquals(
            Rules.WHOLE, java.util.Arrays.stream(Chances.of(rules, -1, misses, floor)).sum());
      }
    }
    assertNotEquals(null, outcome.after());
  }

  @Test
  void whatIsNotWholeIsRefusedWithItsPlace() {
    Make make = new Make();
    make.rateUps = List.of(new Design.RateUp("UR", 0, Design.Carry.NONE));
    make.guarantee = "UR";
    make.pity = List.of(new Design.Track("SSR", false, 1, 5, 0, Design.Carry.NONE));
    List<String> fields = RulesCheck.problems(make.design()).stream().map(Problem::field).toList();
    assertTrue(
        fields.containsAll(
            List.of(
                "rateUps[0].tier",
                "rateUps[0].share",
                "guarantee",
                "pity[0].hard",
                "pity[0].after",
                "pity[0].tier",
                "items[0].featured")),
        fields::toString);
    assertThrows(RulesRefused.class, make::rules);
  }
}
