package fan.encore.gacha;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class AnalysisTest {

  private static final double EXACT = 1e-12;

  static final class Make {
    long rate = 6_000;
    List<Design.Track> pity = List.of();
    List<Design.RateUp> rateUps = List.of();
    String guarantee;
    Design.Steps steps;
    Design.Ceiling ceiling;

    Analysis analysis() {
      boolean featured = !rateUps.isEmpty();
      return Analysis.of(
          new Rules(
              new Design(
                  "sky",
                  "sky",
                  "Asia/Tokyo",
                  List.of(
                      new Design.Tier("SSR", rate),
                      new Design.Tier("SR", 51_000),
                      new Design.Tier("N", 949_000 - rate)),
                  List.of(
                      new Design.Entry("star", "SSR", 1, featured, 0, false, 0, null),
                      Design.Entry.of("sun", "SSR", 3),
                      Design.Entry.of("moon", "SR", 1),
                      Design.Entry.of("rain", "N", 1),
                      Design.Entry.of("gift", "N", 0)),
                  steps == null
                      ? List.of(new Design.Price(1, 300), new Design.Price(10, 2_800))
                      : List.of(),
                  pity,
                  rateUps,
                  guarantee,
                  steps,
                  ceiling,
                  null,
                  Design.Caps.NONE,
                  false,
                  false)));
    }
  }

  static Until until(Analysis.Line line) {
    return line.until().orElseThrow();
  }

  static double mean(Analysis.Line line) {
    return until(line).mean().orElseThrow();
  }

  @Test
  void withoutCountersEverythingIsGeometric() {
    Analysis analysis = new Make().analysis();
    assertEquals(0.006, analysis.tier("SSR").consolidated(), EXACT);
    assertEquals(1 / 0.006, mean(analysis.tier("SSR")), 1 / 0.006 * EXACT);
    assertEquals(0.0015, analysis.item("star").base(), EXACT);
    assertEquals(1 / 0.0015, mean(analysis.item("star")), 1 / 0.0015 * EXACT);
    assertEquals(OptionalLong.of(116), until(analysis.tier("SSR")).median());
    assertEquals(OptionalLong.of(766), until(analysis.tier("SSR")).p99());
    assertEquals(OptionalLong.empty(), until(analysis.tier("SSR")).worst());
    assertEquals(300 / 0.006, until(analysis.tier("SSR")).meanCost().orElseThrow(), 1e-6);
    assertTrue(analysis.item("gift").until().isEmpty());
  }

  @Test
  void aHardCounterOf90MakesSixPerMilleToOnePointFourThreeFivePerCent() {
    Make make = new Make();
    make.pity = List.of(new Design.Track("SSR", false, 90, 0, 0, Design.Carry.GROUP));
    Analysis analysis = make.analysis();
    double mean = (1 - Math.pow(0.994, 90)) / 0.006;
    assertEquals(69.70, mean, 0.005);
    assertEquals(mean, mean(analysis.tier("SSR")), mean * EXACT);
    assertEquals(1 / mean, analysis.tier("SSR").consolidated(), EXACT);
    assertEquals(0.01435, analysis.tier("SSR").consolidated(), 5e-6);
    assertEquals(OptionalLong.of(90), until(analysis.tier("SSR")).worst());
    assertEquals(OptionalLong.of(27_000), until(analysis.tier("SSR")).worstCost());
  }

  @Test
  void aSoftCounterFromDraw74GivesAMeanOf62AndFeaturedOnesOf93() {
    Make make = new Make();
    make.pity = List.of(new Design.Track("SSR", false, 90, 73, 60_000, Design.Carry.GROUP));
    make.rateUps = List.of(new Design.RateUp("SSR", 500_000, Design.Carry.GROUP));
    Analysis analysis = make.analysis();
    double mean = softMean(0.006, 73, 0.06, 90);
    assertEquals(62.30, mean, 0.005);
    assertEquals(mean, mean(analysis.tier("SSR")), mean * EXACT);
    assertEquals(1 / mean, analysis.tier("SSR").consolidated(), EXACT);
    assertEquals(0.01605, analysis.tier("SSR").consolidated(), 5e-6);
    // Lost once in two, then certain: one and a half hits on average.
    assertEquals(1.5 * mean, mean(analysis.item("star")), 1.5 * mean * EXACT);
    assertEquals(93.4, mean(analysis.item("star")), 0.05);
    assertEquals(1 / (1.5 * mean), analysis.item("star").consolidated(), EXACT);
    assertEquals(
        2 * until(analysis.tier("SSR")).worst().orElseThrow(),
        until(analysis.item("star")).worst().orElseThrow());
  }

  static double softMean(double base, int after, double step, int hard) {
    double mean = 0;
    double still = 1;
    for (int draw = 1; draw <= hard; draw++) {
      mean += still;
      double chance = draw == hard ? 1 : Math.min(1, base + step * Math.max(0, draw - after));
      still *= 1 - chance;
    }
    return mean;
  }

  @Test
  void aTenPullWithAGuaranteeHasItsOwnRates() {
    Make make = new Make();
    make.guarantee = "SR";
    Analysis analysis = make.analysis();
    double none = Math.pow(0.943, 9);
    double rate = (10 * 0.051 + none * 0.943) / 10;
    assertEquals(rate, analysis.tier("SR").consolidated(), EXACT);
    assertEquals(0.006, analysis.tier("SSR").consolidated(), EXACT);
    assertEquals(
        1, analysis.tiers().stream().mapToDouble(Analysis.Line::consolidated).sum(), EXACT);
    assertEquals(OptionalLong.of(2_800), until(analysis.tier("SR")).medianCost());
  }

  @Test
  void stepsThatEndMayEndWithoutAHit() {
    Make make = new Make();
    make.steps =
        new Design.Steps(
            Design.Then.END,
            List.of(
                new Design.Step(3, 500, List.of(), null),
                new Design.Step(5, 900, List.of(100_000L, 100_000L, 800_000L), "SR")));
    Analysis analysis = make.analysis();
    assertEquals((3 * 0.006 + 5 * 0.1) / 8, analysis.tier("SSR").consolidated(), EXACT);
    Until star = until(analysis.tier("SSR"));
    assertTrue(star.mean().isEmpty());
    assertEquals(
        1 - Math.pow(0.994, 3) * Math.pow(0.9, 5),
        star.curve().get(star.curve().size() - 1).chance(),
        EXACT);
    make.steps = new Design.Steps(Design.Then.LOOP, make.steps.list());
    Analysis loop = make.analysis();
    double round = Math.pow(0.994, 3) * Math.pow(0.9, 5);
    double first = 0;
    double still = 1;
    for (int draw = 0; draw < 8; draw++) {
      first += still;
      still *= draw < 3 ? 0.994 : 0.9;
    }
    assertEquals(first / (1 - round), mean(loop.tier("SSR")), 1e-10);
  }

  @Test
  void whatComesSoonHasAMeanAlsoWhereARarerHitMayTakeItsPlace() {
    Make make = new Make();
    make.pity =
        List.of(
            new Design.Track("SSR", false, 90, 0, 0, Design.Carry.GROUP),
            new Design.Track("SR", false, 10, 0, 0, Design.Carry.GROUP));
    double mean = mean(make.analysis().tier("SR"));
    double alone = (1 - Math.pow(0.949, 10)) / 0.051;
    assertEquals(alone, mean, 0.1);
    assertTrue(mean > alone);
  }

  @Test
  void pointsMakeTheChosenItemCertain() {
    Make make = new Make();
    make.ceiling = new Design.Ceiling(1, 200, List.of("star"));
    Analysis analysis = make.analysis();
    Until star = until(analysis.item("star"));
    assertEquals(OptionalLong.of(200), star.worst());
    assertEquals(OptionalLong.of(60_000), star.worstCost());
    double mean = (1 - Math.pow(0.9985, 200)) / 0.0015;
    assertEquals(mean, star.mean().orElseThrow(), mean * EXACT);
    assertEquals(OptionalLong.empty(), until(analysis.item("sun")).worst());
  }

  @Test
  void aBoxIsDrawnWithoutPuttingBack() {
    Rules rules =
        new Rules(
            new Design(
                "box",
                "box",
                "Asia/Tokyo",
                List.of(new Design.Tier("SSR", 0), new Design.Tier("N", 0)),
                List.of(
                    new Design.Entry("big", "SSR", 0, false, 2, true, 0, null),
                    new Design.Entry("small", "N", 0, false, 78, false, 0, null)),
                List.of(new Design.Price(1, 100)),
                List.of(),
                List.of(),
                null,
                null,
                null,
                new Design.Box(Design.Reset.NEVER, null),
                Design.Caps.NONE,
                false,
                false));
    Analysis analysis = Analysis.of(rules);
    assertEquals(81.0 / 3, mean(analysis.item("big")), 81.0 / 3 * EXACT);
    assertEquals(OptionalLong.of(79), until(analysis.item("big")).worst());
    assertEquals(0.025, analysis.item("big").consolidated(), EXACT);
  }
}
