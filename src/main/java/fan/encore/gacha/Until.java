package fan.encore.gacha;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * How many draws it takes until something comes for the first time, and what they cost, for a fan
 * who starts with nothing. Exact; what does not exist is empty: there is no mean where the steps
 * may end before the hit, and no worst case where nothing makes it certain.
 *
 * @param mean draws on average
 * @param median draws that half of all fans need at most
 * @param p95 draws that 95 of 100 need at most
 * @param p99 draws that 99 of 100 need at most
 * @param worst draws after which everybody has it
 * @param meanCost diamonds on average, as are the following for their draws
 * @param curve the chance to have it after so many draws, for a chart; from 0 draws upwards
 */
public record Until(
    OptionalDouble mean,
    OptionalLong median,
    OptionalLong p95,
    OptionalLong p99,
    OptionalLong worst,
    OptionalDouble meanCost,
    OptionalLong medianCost,
    OptionalLong p95Cost,
    OptionalLong p99Cost,
    OptionalLong worstCost,
    List<Point> curve) {

  /** A point of the curve. */
  public record Point(long draws, double chance) {}

  public Until {
    curve = List.copyOf(curve);
  }
}
