package fan.encore.admin;

import fan.encore.finance.JobRuns;
import java.time.Instant;
import java.time.LocalDate;

/**
 * One run of a batch job.
 *
 * @param status {@code RUNNING}, {@code DONE} or {@code FAILED}
 * @param step the step under way, or the last one begun; null before the first
 * @param stepNumber which step that is, from 1; 0 before the first
 * @param steps how many steps the job has
 * @param items lines done so far
 * @param restarts how often another node took the run over
 * @param startedBy account number, or {@code SYSTEM}
 * @param finishedAt null while it runs
 * @param error what went wrong, {@link JobRuns#STOPPED}, or null
 * @param latest whether no later run of the same job and day has begun
 */
public record JobRow(
    long id,
    String job,
    LocalDate businessDay,
    String status,
    String step,
    int stepNumber,
    int steps,
    long items,
    int restarts,
    String node,
    String startedBy,
    Instant startedAt,
    Instant finishedAt,
    String error,
    boolean latest) {

  /** What people call its state: {@code STOPPED} where somebody asked for the end. */
  public String shown() {
    return JobRuns.STOPPED.equals(error) ? JobRuns.STOPPED : status;
  }

  /** What went wrong, or null, also where nothing did but somebody stopped it. */
  public String trouble() {
    return JobRuns.STOPPED.equals(error) ? null : error;
  }

  /** Whether it can go on where it ended; what went on already, or was done anew, cannot. */
  public boolean restartable() {
    return latest && status.equals("FAILED");
  }

  public boolean running() {
    return status.equals("RUNNING");
  }

  /** How far the run is, 0 to 100: the steps that are over, of all. */
  public int percent() {
    if (status.equals("DONE")) {
      return 100;
    }
    return steps == 0 ? 0 : Math.max(0, stepNumber - 1) * 100 / steps;
  }
}
