package fan.encore.analytics;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;

/**
 * Days of a report.
 *
 * @param from first day, null for the beginning
 * @param until last day, null for until now
 */
public record Period(LocalDate from, LocalDate until) {

  private static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

  /** From texts such as {@code 2026-11-21}; a text that is no day is no bound. */
  public static Period of(String from, String until) {
    return new Period(day(from), day(until));
  }

  /** First moment that belongs to it. */
  Instant begins(ZoneId zone) {
    return from == null ? Instant.EPOCH : from.atStartOfDay(zone).toInstant();
  }

  /** First moment after it. */
  Instant ends(ZoneId zone) {
    return until == null ? NEVER : until.plusDays(1).atStartOfDay(zone).toInstant();
  }

  private static LocalDate day(String text) {
    try {
      return text == null || text.isBlank() ? null : LocalDate.parse(text);
    } catch (DateTimeParseException noDay) {
      return null;
    }
  }
}
