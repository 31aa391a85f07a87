package fan.encore.finance;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A business day in the list of reports.
 *
 * @param state {@code RUNNING}, {@code FAILED}, {@code BALANCED}, {@code DIFFERENCES} or {@code
 *     NONE}
 * @param step of the running run, or null
 * @param items lines it has done
 * @param error of the last run if it failed, else null
 * @param madeAt when the figures came to be, or null
 */
public record DayRow(
    LocalDate day,
    String state,
    long matched,
    long inTransit,
    long differences,
    long skipped,
    long failedChecks,
    int version,
    Instant madeAt,
    String step,
    long items,
    int restarts,
    String error) {

  public boolean running() {
    return state.equals("RUNNING");
  }

  /** Whether there is a report to read, be it of an earlier run. */
  public boolean reported() {
    return version > 0;
  }
}
