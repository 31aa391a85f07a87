package fan.encore.gacha;

import java.util.HashMap;
import java.util.Map;

/**
 * How many copies of the items that all fans share were left before a call. Items without shared
 * stock are not in it. Immutable.
 *
 * @param remaining by item code, never negative
 */
public record Stock(Map<String, Long> remaining) {

  /** For banners without shared stock. */
  public static final Stock NONE = new Stock(Map.of());

  public Stock {
    remaining = Map.copyOf(remaining);
  }

  /**
   * What is left of an item.
   *
   * @throws IllegalArgumentException if this stock does not say
   */
  public long of(String item) {
    Long left = remaining.get(item);
    if (left == null || left < 0) {
      throw new IllegalArgumentException("No stock is given for " + item);
    }
    return left;
  }

  /** A copy that may be counted down. */
  Map<String, Long> counter() {
    return new HashMap<>(remaining);
  }
}
