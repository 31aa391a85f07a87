package fan.encore.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fan.encore.finance.JobRuns;
import fan.encore.finance.NightlyReports;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class JobRowTest {

  private final JobSteps steps = new JobSteps();

  @Test
  void theStepsOfAJobAreThoseOfItsDescriptionInOrder() {
    List<String> nightly = steps.of(NightlyReports.JOB);
    assertEquals("fetch", nightly.get(0));
    assertEquals("report", nightly.get(nightly.size() - 1));
  }

  @Test
  void aJobNobodyDescribedHasNoSteps() {
    assertTrue(steps.of("no-such-job").isEmpty());
  }

  @Test
  void aRunIsAsFarAsTheStepsThatAreOver() {
    assertEquals(0, run("RUNNING", 0, 4).percent());
    assertEquals(0, run("RUNNING", 1, 4).percent());
    assertEquals(75, run("RUNNING", 4, 4).percent());
    assertEquals(100, run("DONE", 4, 4).percent());
    assertEquals(50, run("FAILED", 3, 4).percent());
  }

  @Test
  void aRunOfAJobWithoutStepsHasNoProgress() {
    assertEquals(0, run("RUNNING", 0, 0).percent());
  }

  @Test
  void aRunThatSomebodyStoppedIsNotCalledFailed() {
    JobRow stopped = run("FAILED", 2, 4, JobRuns.STOPPED);
    assertEquals("STOPPED", stopped.shown());
    assertNull(stopped.trouble());
    JobRow broken = run("FAILED", 2, 4, "fetch: no file");
    assertEquals("FAILED", broken.shown());
    assertEquals("fetch: no file", broken.trouble());
  }

  @Test
  void onlyTheLatestRunOfADayGoesOn() {
    assertTrue(run("FAILED", 1, 3, null, true).restartable());
    assertFalse(run("FAILED", 1, 3, null, false).restartable());
    assertFalse(run("DONE", 3, 3, null, true).restartable());
  }

  private static JobRow run(String status, int step, int steps) {
    return run(status, step, steps, null);
  }

  private static JobRow run(String status, int step, int steps, String error) {
    return run(status, step, steps, error, true);
  }

  private static JobRow run(String status, int step, int steps, String error, boolean latest) {
    return new JobRow(
        1,
        "job",
        LocalDate.EPOCH,
        status,
        "step",
        step,
        steps,
        0,
        0,
        "node",
        "SYSTEM",
        Instant.EPOCH,
        null,
        error,
        latest);
  }
}
