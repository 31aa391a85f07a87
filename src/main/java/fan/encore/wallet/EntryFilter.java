package fan.encore.wallet;

import java.time.Instant;

/**
 * Which lines of a fan's statement are wanted; null takes all.
 *
 * @param purse {@code paid} or {@code free}
 * @param kind what happened, such as {@code gacha.draw}
 * @param from the first moment
 * @param to the first moment that is no longer wanted
 */
public record EntryFilter(String purse, String kind, Instant from, Instant to) {

  /** Everything. */
  public static final EntryFilter ALL = new EntryFilter(null, null, null, null);
}
