package fan.encore.finance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fan.encore.local.LocalDatabase;
import fan.encore.local.LocalServer;
import fan.encore.local.LocalServices;
import fan.encore.local.Ports;
import fan.encore.local.sim.Damage;
import fan.encore.shared.Sql;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** A server killed in the middle of the nightly job, and the next one that goes on with it. */
class ReconciliationCrashIT {

  private static final int SETTLED = 60;
  private static final int CHUNK = 10;
  private static final Path TARGET = Path.of(System.getProperty("encore.target", "target"));

  private final LocalDate day = LocalDate.now(ZoneId.of("Asia/Tokyo")).minusDays(2);

  @TempDir(cleanup = CleanupMode.ALWAYS)
  private Path dir;

  private Sql sql;

  @Test
  @Timeout(value = 4, unit = TimeUnit.MINUTES)
  void aKilledRunGoesOnWhereItStoppedAndFindsTheSame() throws Exception {
    try (LocalServices services = LocalServices.start(dir.resolve("services"), Ports.free())) {
      services.database().migrate(LocalDatabase.NAME);
      sql = new Sql(services.database().appDataSource(LocalDatabase.NAME));
      Map<String, String> environment = new HashMap<>(services.environment("http://127.0.0.1"));
      environment.put("ENCORE_DEMO", "false");
      environment.put("ENCORE_JOB_LEASE_SECONDS", "4");
      environment.put("ENCORE_BATCH_CHUNK", Integer.toString(CHUNK));
      trade(services, environment.get("ENCORE_SANDBOX_KEY"));
      long run = leaveBehind();
      environment.put("ENCORE_BATCH_PAUSE_MILLIS", "150");
      killInTheMiddle(run, environment);
      long before = items(run);
      environment.put("ENCORE_BATCH_PAUSE_MILLIS", "0");
      try (LocalServer server = start("second", environment)) {
        server.awaitReady();
        await("the resumed run", () -> state(run).equals("DONE"));
        assertResult(run, before);
        String first = report();
        long again = leaveBehind();
        await("the undisturbed run", () -> state(again).equals("DONE"));
        assertEquals(first, report(), "an undisturbed run finds the same");
      }
    }
  }

  private void trade(LocalServices services, String key) throws Exception {
    PaidPayments payments = new PaidPayments(sql, URI.create(services.simulatorUrl()), key);
    Instant settled = day.minusDays(2).atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
    for (int i = 0; i < SETTLED; i++) {
      payments.pay("PAY-S" + i, "TICKETS", 1_000 + i, "JPY", settled.plusSeconds(i));
    }
    for (int i = 0; i < 5; i++) {
      payments.pay("PAY-T" + i, "DIAMONDS", 500 + i, "EUR", settled.plus(Duration.ofDays(1)));
    }
    payments.provider().damage(day, Damage.values());
  }

  /** As a node leaves a run that dies before the batch runtime knows it. */
  private long leaveBehind() {
    return sql.insert(
        "insert into encore.job_run (job, business_day, node, started_by, started_at, lease_until)"
            + " values (?, ?, 'gone', 'SYSTEM', now(), now() - interval '1 second') returning id",
        NightlyReports.JOB,
        day);
  }

  private void killInTheMiddle(long run, Map<String, String> environment) throws Exception {
    LocalServer server = start("first", environment);
    try {
      server.awaitReady();
      await(
          "two chunks compared",
          () ->
              sql.number(
                      "select count(*) from encore.reconciliation_line where business_day = ?", day)
                  >= 2 * CHUNK);
    } finally {
      server.kill();
    }
    assertEquals("RUNNING", state(run));
    assertEquals(
        0, sql.number("select count(*) from encore.reconciliation where business_day = ?", day));
  }

  private void assertResult(long run, long itemsBefore) {
    assertEquals(
        "MATCHED="
            + (SETTLED - 4)
            + " IN_TRANSIT=5 MISSING_HERE=1 MISSING_THERE=1"
            + " AMOUNT_DIFFERS=1 CURRENCY_DIFFERS=1 FEE_DIFFERS=1",
        outcomes());
    assertEquals(
        2, sql.number("select restarts from encore.job_run where id = ?", run), "taken over twice");
    long rest = items(run) - itemsBefore;
    assertTrue(rest <= SETTLED - 2 * CHUNK + 6 + CHUNK, "went on, did not begin anew: " + rest);
  }

  private String outcomes() {
    StringBuilder found = new StringBuilder();
    for (Outcome outcome : Outcome.values()) {
      found
          .append(found.isEmpty() ? "" : " ")
          .append(outcome)
          .append('=')
          .append(
              sql.number(
                  "select count(*) from encore.reconciliation_line where business_day = ? and outcome = ?",
                  day,
                  outcome));
    }
    return found.toString();
  }

  private String report() {
    return sql.first(
            "select sha256 || ' version ' || version from encore.reconciliation where business_day = ?",
            row -> row.getString(1),
            day)
        .orElseThrow();
  }

  private String state(long run) {
    return sql.first(
            "select status || coalesce(' ' || error, '') from encore.job_run where id = ?",
            row -> row.getString(1),
            run)
        .orElseThrow();
  }

  private long items(long run) {
    return sql.number("select items from encore.job_run where id = ?", run);
  }

  private LocalServer start(String name, Map<String, String> environment) throws Exception {
    Path home = dir.resolve(name);
    return LocalServer.start(
        TARGET.toAbsolutePath(), home, Ports.free(), environment, System.out::println);
  }

  private static void await(String what, BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < end, "Waited in vain for " + what);
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }
}
