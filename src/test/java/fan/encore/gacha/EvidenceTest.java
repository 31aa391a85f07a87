package fan.encore.gacha;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Evidence is fair under a true claim and grows under a false one, whenever somebody looks. */
class EvidenceTest {

  @Test
  void aFaultThatHidesInOneStateIsFound() {
    SplittableRandom luck = new SplittableRandom(7);
    Evidence sound = new Evidence();
    Evidence faulty = new Evidence();
    for (int draw = 0; draw < 20_000; draw++) {
      sound.observe(0.05, luck.nextDouble() < 0.05);
      if (draw % 10 == 0) {
        faulty.observe(0.3, luck.nextDouble() < 0.2);
      }
    }
    assertTrue(Evidence.log(List.of(sound, faulty)) >= Evidence.LOG_ALARM);
  }

  @Test
  void theMeanWealthUnderATrueClaimIsOne() {
    double mean = 0;
    int trials = 10;
    for (int outcome = 0; outcome < 1 << trials; outcome++) {
      Evidence evidence = new Evidence();
      double probability = 1;
      for (int i = 0; i < trials; i++) {
        boolean hit = (outcome >> i & 1) == 1;
        evidence.observe(0.3, hit);
        probability *= hit ? 0.3 : 0.7;
      }
      mean += probability * Math.exp(Evidence.log(List.of(evidence)));
    }
    assertEquals(1, mean, 1e-9);
  }

  @Test
  void theImpossibleIsAnAlarmAtOnce() {
    Evidence certain = new Evidence();
    certain.observe(1, true);
    assertEquals(0, Evidence.log(List.of(certain)), 1e-9);
    certain.observe(1, false);
    assertTrue(Evidence.log(List.of(certain)) >= Evidence.LOG_ALARM);
    Evidence never = new Evidence();
    never.observe(0, true);
    assertTrue(Evidence.log(List.of(never)) >= Evidence.LOG_ALARM);
  }

  @Test
  void whatWasKeptGoesOnWhereItStopped() {
    Evidence whole = new Evidence();
    Evidence kept = new Evidence();
    for (int draw = 0; draw < 50; draw++) {
      whole.observe(0.25, draw % 3 == 0);
      kept.observe(0.25, draw % 3 == 0);
      kept = new Evidence(kept.trials(), kept.hits(), kept.chance(), kept.expected(), kept.logs());
    }
    assertEquals(Evidence.log(List.of(whole)), Evidence.log(List.of(kept)), 1e-12);
  }

  @Test
  void chancesThatChangeWithEveryTrialAreTestedByFactorsAlone() {
    Evidence box = new Evidence();
    box.observe(0.5, true);
    box.observe(0.25, false);
    assertEquals(-1, box.chance());
    assertEquals(0.75, box.expected(), 1e-12);
    assertEquals(0, box.logHere(), 1e-12);
  }
}
