package fan.encore.finance;

import fan.encore.account.Roles;
import fan.encore.audit.Audited;
import fan.encore.shared.Sql;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

/** Starts the nightly replay of all draws of a business day. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class NightlyReplay {

  /** Name of the job, as in {@code META-INF/batch-jobs}. */
  public static final String JOB = "nightly-replay";

  private static final LocalTime NIGHT = LocalTime.of(3, 30);
  private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMinutes(15);

  @Inject private JobStarts starts;
  @Inject private BusinessDays days;
  @Inject private Sql sql;
  @Inject private Clock clock;

  /**
   * Starts the replay of a business day; it goes on in the background.
   *
   * @param startedBy the account's number
   * @return the run's number
   * @throws DayNotOver if the day is not over yet
   * @throws AlreadyRunning if a run of the day is under way
   */
  @RolesAllowed({Roles.FINANCE, Roles.ADMIN, Roles.SYSTEM})
  @Audited("finance.replay")
  public long start(LocalDate day, long startedBy) {
    return starts.begin(JOB, day, Long.toString(startedBy));
  }

  /** Starts yesterday's replay from half past three in the business zone, if it is not done. */
  @RolesAllowed(Roles.SYSTEM)
  public void startDue() {
    Instant now = clock.instant();
    LocalDate today = days.dayOf(now);
    LocalDate yesterday = today.minusDays(1);
    boolean night = !now.isBefore(today.atTime(NIGHT).atZone(days.zone()).toInstant());
    if (night && !doneOrTried(yesterday, now)) {
      try {
        starts.begin(JOB, yesterday, Roles.SYSTEM);
      } catch (AlreadyRunning another) {
        // another node replays the day
      }
    }
  }

  private boolean doneOrTried(LocalDate day, Instant now) {
    return sql.number(
            "select count(*) from encore.job_run where job = ? and business_day = ?"
                + " and (status in ('RUNNING', 'DONE') or started_at > ?)",
            JOB,
            day,
            now.minus(PAUSE_AFTER_FAILURE))
        > 0;
  }
}
