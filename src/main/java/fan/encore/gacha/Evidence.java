package fan.encore.gacha;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * Evidence against one claimed chance: the wealth of somebody who bets against it, beginning with
 * one, at stakes that would be fair if the claim were true. Under a true claim her wealth is a
 * martingale, so the chance that it <em>ever</em> reaches 1/alpha is at most alpha (Ville's
 * inequality), however often somebody looks. Unlike a chi-square test it may be read after every
 * draw.
 *
 * <p>Two kinds of bets are kept. One says that the true rate is some {@linkplain #FACTORS factor}
 * of the claimed one; such bets are carried over all states of pity, because a cut usually is the
 * same everywhere. The other mixes over all rates (a beta distribution around the claim) and stays
 * with one state, because a fault may hide in a single one.
 */
public final class Evidence {

  /** The wealth, 1/alpha, from which a claim counts as refuted: alpha is one in a thousand. */
  public static final double ALARM = 1_000;

  /** Natural logarithm of {@link #ALARM}. */
  public static final double LOG_ALARM = Math.log(ALARM);

  /** What the claimed rate may have been multiplied with. */
  static final double[] FACTORS = {0.5, 0.7, 0.8, 0.9, 0.95, 1.05, 1.1, 1.25, 1.5, 2};

  /** Stands for a wealth without limit: what was claimed impossible happened. */
  static final double LOG_IMPOSSIBLE = 1e6;

  /** Hits that the beta distribution is worth: it holds rates within about 30 % of the claim. */
  private static final double PRIOR_HITS = 10;

  private long trials;
  private long hits;
  private double expected;
  private final double[] logs;
  private boolean oneChance = true;
  private double chance = -1;
  private double priced = -1;
  private final double[] hitLogs = new double[FACTORS.length];
  private final double[] missLogs = new double[FACTORS.length];

  /** Nothing seen yet. */
  public Evidence() {
    logs = new double[FACTORS.length];
  }

  /**
   * What was kept.
   *
   * @param chance the claimed chance of all trials, or -1 if it was not the same in all
   * @param expected sum of the claimed chances
   * @param logs logarithm of the wealth by factor
   */
  public Evidence(long trials, long hits, double chance, double expected, Double[] logs) {
    this.trials = trials;
    this.hits = hits;
    this.chance = chance;
    this.expected = expected;
    this.oneChance = chance >= 0;
    this.logs = Arrays.stream(logs).mapToDouble(Double::doubleValue).toArray();
  }

  /**
   * Takes a trial into account.
   *
   * @param claimed the chance of a hit as it was claimed before the trial, 0 to 1
   */
  public void observe(double claimed, boolean hit) {
    oneChance = oneChance && (trials == 0 || claimed == chance);
    chance = oneChance ? claimed : -1;
    trials++;
    hits += hit ? 1 : 0;
    expected += claimed;
    price(claimed);
    double[] won = hit ? hitLogs : missLogs;
    for (int i = 0; i < logs.length; i++) {
      logs[i] = Math.min(LOG_IMPOSSIBLE, logs[i] + won[i]);
    }
  }

  /** What each bet wins by a hit and by a miss; the same as long as the claim is. */
  private void price(double claimed) {
    if (claimed == priced) {
      return;
    }
    priced = claimed;
    for (int i = 0; i < FACTORS.length; i++) {
      double said = FACTORS[i] * claimed;
      double rate = said < 1 && claimed < 1 ? said : (1 + claimed) / 2;
      hitLogs[i] = log(rate, claimed);
      missLogs[i] = log(1 - rate, 1 - claimed);
    }
  }

  /** Logarithm of what one coin becomes when this happens, at fair stakes. */
  private static double log(double said, double claimed) {
    if (claimed <= 0) {
      return LOG_IMPOSSIBLE;
    }
    return said == claimed ? 0 : Math.log(said / claimed);
  }

  /** Natural logarithm of the wealth of the bets that stay with this state. */
  public double logHere() {
    if (logs[0] >= LOG_IMPOSSIBLE) {
      return LOG_IMPOSSIBLE;
    }
    if (!oneChance || trials == 0 || chance <= 0 || chance >= 1) {
      return 0;
    }
    double a = PRIOR_HITS;
    double b = PRIOR_HITS * (1 - chance) / chance;
    long misses = trials - hits;
    return logBeta(a + hits, b + misses)
        - logBeta(a, b)
        - hits * Math.log(chance)
        - misses * Math.log1p(-chance);
  }

  /**
   * Natural logarithm of the wealth of one who puts half of it on the factors, over all states, and
   * divides the other half among the states, the first one getting 1/2, the second 1/6, the n-th
   * 1/(n(n+1)); what is set aside for states not seen yet stays what it is.
   *
   * @param states of one tier, in the order in which they were first seen
   */
  public static double log(List<Evidence> states) {
    double[] carried = new double[FACTORS.length];
    double[] here = new double[states.size() + 1];
    for (int n = 0; n < states.size(); n++) {
      Evidence state = states.get(n);
      for (int i = 0; i < carried.length; i++) {
        carried[i] = Math.min(LOG_IMPOSSIBLE, carried[i] + state.logs[i]);
      }
      here[n] = state.logHere() - Math.log((n + 1.0) * (n + 2.0));
    }
    here[states.size()] = -Math.log(states.size() + 1.0);
    return logMean(List.of(logMeanOf(carried), logSum(here)));
  }

  /** Natural logarithm of the mean of wealths, which is a fair wealth again. */
  public static double logMean(Collection<Double> logs) {
    return logMeanOf(logs.stream().mapToDouble(Double::doubleValue).toArray());
  }

  private static double logMeanOf(double[] logs) {
    return logs.length == 0 ? 0 : logSum(logs) - Math.log(logs.length);
  }

  private static double logSum(double[] logs) {
    double most = Arrays.stream(logs).max().orElse(0);
    return most + Math.log(Arrays.stream(logs).map(log -> Math.exp(log - most)).sum());
  }

  private static double logBeta(double a, double b) {
    return logGamma(a) + logGamma(b) - logGamma(a + b);
  }

  /** Stirling's series, after a shift to where six terms give all digits of a double. */
  private static double logGamma(double x) {
    double shift = 0;
    double y = x;
    while (y < 12) {
      shift += Math.log(y++);
    }
    double z = 1 / (y * y);
    double series =
        1.0 / 12 - z * (1.0 / 360 - z * (1.0 / 1260 - z * (1.0 / 1680 - z * (1.0 / 1188))));
    return (y - 0.5) * Math.log(y) - y + 0.5 * Math.log(2 * Math.PI) + series / y - shift;
  }

  public long trials() {
    return trials;
  }

  public long hits() {
    return hits;
  }

  /** Hits that the claims led to expect. */
  public double expected() {
    return expected;
  }

  /** The claimed chance of every trial, or -1 when it was not always the same. */
  public double chance() {
    return chance;
  }

  /** Logarithm of the wealth by factor, to be kept. */
  public Double[] logs() {
    return Arrays.stream(logs).boxed().toArray(Double[]::new);
  }
}
