package fan.encore.finance;

import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.List;
import java.util.stream.Stream;

/**
 * What Japan's Payment Services Act asks of who issues prepaid means of payment for her own goods:
 * bought diamonds that are not spent yet. Amounts are yen.
 */
public final class PrepaidRules {

  /** Above it at a reference date, the authority is told and half of it is deposited. */
  public static final long THRESHOLD_YEN = 10_000_000;

  /** From here on we get ready. */
  public static final long ALARM_YEN = 8_000_000;

  private static final List<MonthDay> REFERENCES =
      List.of(MonthDay.of(Month.MARCH, 31), MonthDay.of(Month.SEPTEMBER, 30));

  /** How near an amount is to the threshold. */
  public enum Level {
    QUIET,
    ALARM,
    OVER
  }

  private PrepaidRules() {}

  /** How near the unused balance is to the threshold. */
  public static Level level(long yen) {
    return yen > THRESHOLD_YEN ? Level.OVER : yen >= ALARM_YEN ? Level.ALARM : Level.QUIET;
  }

  /**
   * What must be deposited: at least half of the unused balance, once it is above the threshold.
   */
  public static long depositYen(long yen) {
    return yen > THRESHOLD_YEN ? yen / 2 + yen % 2 : 0;
  }

  /** Whether the figure of this day counts: 31 March and 30 September. */
  public static boolean isReference(LocalDate day) {
    return REFERENCES.contains(MonthDay.from(day));
  }

  /** The last day of notification and report: two months after the reference date. */
  public static LocalDate notifyBy(LocalDate reference) {
    LocalDate month = reference.withDayOfMonth(1).plusMonths(2);
    return month.withDayOfMonth(month.lengthOfMonth());
  }

  /** Reference dates from the first day to the last, both counted. */
  public static List<LocalDate> references(LocalDate first, LocalDate last) {
    return Stream.iterate(first.getYear(), year -> year <= last.getYear(), year -> year + 1)
        .flatMap(year -> REFERENCES.stream().map(day -> day.atYear(year)))
        .filter(day -> !day.isBefore(first) && !day.isAfter(last))
        .toList();
  }

  /**
   * Whether a report is due for the last of these reference dates: since the first one above the
   * threshold, until two in a row are not.
   *
   * @param yen unused balances of consecutive reference dates, oldest first
   */
  public static boolean reportDue(List<Long> yen) {
    boolean reporting = false;
    int below = 0;
    for (long balance : yen) {
      if (below == 2) {
        reporting = false;
      }
      if (balance > THRESHOLD_YEN) {
        reporting = true;
        below = 0;
      } else {
        below++;
      }
    }
    return reporting;
  }
}
