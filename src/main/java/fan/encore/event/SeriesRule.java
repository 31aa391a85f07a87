package fan.encore.event;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Which days a series has beside its first one; each has the first one's times of the day.
 *
 * @param every days or weeks from one to the next; 1 is each of them
 * @param weekdays days of the week of a weekly series; none means that of the first day
 * @param until last possible day of a daily or weekly series
 * @param days the days of a series of its own kind, ignored for others
 */
public record SeriesRule(
    @NotNull SeriesKind kind,
    @Min(1) @Max(52) int every,
    Set<DayOfWeek> weekdays,
    LocalDate until,
    @Size(max = 120) List<LocalDate> days) {

  /** A series has no more dates than that. */
  public static final int MOST_DATES = 120;

  /** How the days follow one another. */
  public enum SeriesKind {
    DAILY,
    WEEKLY,
    /** The days are named one by one. */
    CUSTOM
  }

  public SeriesRule {
    every = every == 0 ? 1 : every;
    weekdays = weekdays == null ? Set.of() : Set.copyOf(weekdays);
    days = days == null ? List.of() : List.copyOf(days);
  }

  /**
   * The days after the first one, in their order.
   *
   * @throws SeriesWrong if there is none, or there are too many
   */
  public List<LocalDate> after(LocalDate first) {
    if (kind != SeriesKind.CUSTOM && until == null) {
      throw new SeriesWrong();
    }
    List<LocalDate> found = candidates(first).limit(MOST_DATES).toList();
    if (found.isEmpty() || found.size() >= MOST_DATES) {
      throw new SeriesWrong();
    }
    return found;
  }

  private Stream<LocalDate> candidates(LocalDate first) {
    return switch (kind) {
      case CUSTOM -> new TreeSet<>(days).stream().filter(day -> day.isAfter(first));
      case DAILY ->
          first
              .datesUntil(until.isBefore(first) ? first : until.plusDays(1))
              .skip(1)
              .filter(day -> ChronoUnit.DAYS.between(first, day) % every == 0);
      case WEEKLY ->
          first
              .datesUntil(until.isBefore(first) ? first : until.plusDays(1))
              .skip(1)
              .filter(day -> wanted(first).contains(day.getDayOfWeek()))
              .filter(day -> weeksBetween(first, day) % every == 0);
    };
  }

  private Set<DayOfWeek> wanted(LocalDate first) {
    return weekdays.isEmpty() ? Set.of(first.getDayOfWeek()) : weekdays;
  }

  private static long weeksBetween(LocalDate first, LocalDate day) {
    LocalDate monday = first.with(DayOfWeek.MONDAY);
    return ChronoUnit.WEEKS.between(monday, day.with(DayOfWeek.MONDAY));
  }
}
