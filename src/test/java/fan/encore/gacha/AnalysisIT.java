package fan.encore.gacha;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What the analysis says is what the engine does, over millions of draws. */
class AnalysisIT {

  private static final int DRAWS = 10_000_000;

  @Test
  void tenMillionDrawsFollowTheConsolidatedRates() {
    Rules rules =
        new Rules(
            new Design(
                "sky",
                "sky",
                "Asia/Tokyo",
                List.of(
                    new Design.Tier("SSR", 6_000),
                    new Design.Tier("SR", 51_000),
                    new Design.Tier("N", 943_000)),
                List.of(
                    new Design.Entry("star", "SSR", 1, true, 0, false, 0, null),
                    Design.Entry.of("sun", "SSR", 3),
                    Design.Entry.of("comet", "SSR", 2),
                    Design.Entry.of("moon", "SR", 1),
                    Design.Entry.of("rain", "N", 2),
                    Design.Entry.of("fog", "N", 5)),
                List.of(new Design.Price(1, 300), new Design.Price(10, 3_000)),
                List.of(
                    new Design.Track("SSR", false, 90, 73, 60_000, Design.Carry.GROUP),
                    new Design.Track("SR", false, 10, 0, 0, Design.Carry.GROUP)),
                List.of(new Design.RateUp("SSR", 500_000, Design.Carry.GROUP)),
                null,
                null,
                null,
                null,
                Design.Caps.NONE,
                false,
                false));
    Analysis analysis = Analysis.of(rules);
    SplittableRandom luck = new SplittableRandom(2026);
    Map<String, Long> seen = new HashMap<>();
    State state = State.EMPTY;
    long gaps = 0;
    long hits = 0;
    long since = 0;
    Play play = new Play(10, false, 20_000);
    for (int i = 0; i < DRAWS / 10; i++) {
      Outcome outcome =
          Engine.draw(rules, state, Stock.NONE, play, slot -> bound -> luck.nextLong(bound));
      state = outcome.after();
      for (String item : outcome.items()) {
        seen.merge(item, 1L, Long::sum);
        since++;
        if (item.equals("star")) {
          hits++;
          gaps += since;
          since = 0;
        }
      }
    }
    for (Analysis.Line item : analysis.items()) {
      double rate = item.consolidated();
      double observed = (double) seen.get(item.name()) / DRAWS;
      // Counters make hits more even than independent draws: five of their deviations are ample.
      double deviation = Math.sqrt(rate * (1 - rate) / DRAWS);
      assertEquals(rate, observed, 5 * deviation, item.name());
    }
    double mean = analysis.item("star").until().orElseThrow().mean().orElseThrow();
    assertEquals(mean, (double) gaps / hits, mean * 5 / Math.sqrt(hits));
  }

  @Test
  void theRatesOfAllTiersAndItemsMakeOneUnderAnyRules() {
    SplittableRandom luck = new SplittableRandom(5);
    int analysed = 0;
    for (int i = 0; i < 60; i++) {
      Rules rules = RandomRules.of(luck, "banner-" + i);
      if (rules.counters().size() < 3) {
        Analysis analysis = Analysis.of(rules);
        assertEquals(1, sum(analysis.tiers()), 1e-12, rules::canonical);
        assertEquals(1, sum(analysis.items()), 1e-12, rules::canonical);
        analysed++;
      }
    }
    assertTrue(analysed > 40, analysed + " rules");
  }

  @Test
  void aCounterThatIsCarriedBesideOneOfFeaturedHitsThatIsNot() {
    AnalysisTest.Make make = new AnalysisTest.Make();
    make.rate = 8_000;
    make.pity =
        List.of(
            new Design.Track("SSR", false, 80, 65, 50_000, Design.Carry.GROUP),
            new Design.Track("SSR", true, 120, 0, 0, Design.Carry.BANNER));
    make.rateUps = List.of(new Design.RateUp("SSR", 500_000, Design.Carry.NONE));
    Analysis analysis = make.analysis();
    assertEquals(OptionalLong.of(120), AnalysisTest.until(analysis.item("star")).worst());
    make.pity = make.pity.subList(0, 1);
    Analysis alone = make.analysis();
    double mean = AnalysisTest.softMean(0.008, 65, 0.05, 80);
    assertEquals(53.9, mean, 0.05);
    assertEquals(mean, AnalysisTest.mean(alone.tier("SSR")), mean * 1e-12);
    assertEquals(0.01855, alone.tier("SSR").consolidated(), 5e-6);
    assertEquals(OptionalLong.empty(), AnalysisTest.until(alone.item("star")).worst());
    assertEquals(2 * mean, AnalysisTest.mean(alone.item("star")), 2 * mean * 1e-12);
    assertTrue(AnalysisTest.mean(analysis.item("star")) < AnalysisTest.mean(alone.item("star")));
  }

  private static double sum(List<Analysis.Line> lines) {
    return lines.stream().mapToDouble(Analysis.Line::consolidated).sum();
  }
}
