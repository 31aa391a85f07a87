package fan.encore.gacha;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Many banners' lives, with somebody who looks at the evidence after every draw. */
class EvidenceIT {

  private static final double[] CLAIMED = {0.05, 0.2, 0.5};

  /** The strongest evidence that anybody saw in each life. */
  private static double[] highest(double factor, int runs, int draws) {
    SplittableRandom luck = new SplittableRandom(20261121);
    return Arrays.stream(new double[runs]).map(any -> highest(factor, draws, luck)).toArray();
  }

  private static double highest(double factor, int draws, SplittableRandom luck) {
    List<Evidence> states = List.of(new Evidence(), new Evidence(), new Evidence());
    double highest = 0;
    for (int draw = 0; draw < draws && highest < Evidence.LOG_ALARM; draw++) {
      int state = luck.nextInt(CLAIMED.length);
      states.get(state).observe(CLAIMED[state], luck.nextDouble() < CLAIMED[state] * factor);
      highest = Math.max(highest, Evidence.log(states));
    }
    return highest;
  }

  private static long above(double[] highest, double wealth) {
    return Arrays.stream(highest).filter(log -> log >= Math.log(wealth)).count();
  }

  @Test
  void whoLooksAfterEveryDrawIsAlarmedByATrueClaimAtMostAsOftenAsPromised() {
    int runs = 2_000;
    double[] highest = highest(1, runs, 1_000);
    assertTrue(above(highest, 10) <= runs / 10);
    assertTrue(above(highest, 100) <= runs / 100);
    assertTrue(above(highest, Evidence.ALARM) <= runs / 1_000);
  }

  @Test
  void aCutByAFifthIsFound() {
    int runs = 100;
    assertEquals(runs, above(highest(0.8, runs, 6_000), Evidence.ALARM));
  }
}
