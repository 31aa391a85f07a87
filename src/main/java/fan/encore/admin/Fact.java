package fan.encore.admin;

import java.time.Instant;

/**
 * One thing known about a part; exactly one of the last three is there.
 *
 * @param name key of its name after {@code admin.fact.}
 * @param text as it is, or null
 * @param number a count or a measure in the unit that the name tells, or null
 * @param at a moment, or null
 */
public record Fact(String name, String text, Long number, Instant at) {

  public static Fact of(String name, String text) {
    return new Fact(name, text, null, null);
  }

  public static Fact of(String name, long number) {
    return new Fact(name, null, number, null);
  }

  public static Fact of(String name, Instant at) {
    return new Fact(name, null, null, at);
  }
}
