package fan.encore.gacha;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fan.encore.finance.NightlyReplay;
import fan.encore.local.LocalServer;
import fan.encore.local.LocalServices;
import fan.encore.local.Ports;
import fan.encore.shared.Sql;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** A server killed in the middle of the nightly replay, and the next one that goes on with it. */
class ReplayCrashIT {

  private static final int FANS = 4;
  private static final int CALLS = 30;
  private static final int DRAWS = FANS * CALLS;
  private static final int CHUNK = 10;
  private static final String URL = "http://127.0.0.1";
  private static final Path TARGET = Path.of(System.getProperty("encore.target", "target"));

  private final LocalDate day = LocalDate.ofInstant(DrawHall.NOW, ZoneId.of("Asia/Tokyo"));

  @TempDir(cleanup = CleanupMode.ALWAYS)
  private Path dir;

  private Sql sql;

  @Test
  @Timeout(value = 8, unit = TimeUnit.MINUTES)
  void aKilledReplayGoesOnWhereItStoppedAndFindsTheSame() throws Exception {
    try (LocalServices services = LocalServices.start(dir.resolve("services"), Ports.free())) {
      DrawHall hall = new DrawHall(services.database());
      sql = hall.sql;
      draw(hall);
      List<String> damaged = tamper(hall);
      doneBefore();
      Map<String, String> environment = new HashMap<>(services.environment(URL));
      environment.put("ENCORE_DEMO", "false");
      environment.put("ENCORE_JOB_LEASE_SECONDS", "4");
      environment.put("ENCORE_BATCH_CHUNK", Integer.toString(CHUNK));
      environment.put("ENCORE_BATCH_PAUSE_MILLIS", "150");
      long run = killInTheMiddle(environment);
      long before = items(run);
      environment.put("ENCORE_BATCH_PAUSE_MILLIS", "0");
      try (LocalServer server = start("second", environment)) {
        server.awaitReady();
        await("the resumed run", () -> state(run).equals("DONE"));
        assertEquals(
            2, sql.number("select restarts from encore.job_run where id = ?", run), "taken over");
        assertTrue(items(run) - before <= DRAWS - 2 * CHUNK + CHUNK, "went on, not anew");
        assertTrue(items(run) >= DRAWS, "all were decided again");
        List<String> found = findings(run);
        damaged.forEach(
            code ->
                assertTrue(
                    found.stream().anyMatch(one -> one.contains(code)), code + " not in " + found));
        long again = leaveBehind();
        await("the undisturbed run", () -> state(again).equals("DONE"));
        assertEquals(found, findings(again), "an undisturbed run finds the same");
      }
    }
  }

  private static void draw(DrawHall hall) {
    hall.publish(
        DrawHall.banner("open", DrawHall.NOW.minusSeconds(60), DrawHall.NOW.plusSeconds(60)));
    hall.sequence(URL);
    Draws draws = hall.draws(DrawHall.NOW);
    for (int fan = 0; fan < FANS; fan++) {
      long account = hall.account();
      hall.give(account, 0, 300L * CALLS);
      hall.chains(DrawHall.NOW).next(account, "open");
      for (int call = 0; call < CALLS; call++) {
        draws.draw(account, new DrawPrizes("open", 1, "seed", "key-" + call));
      }
    }
  }

  /** Damages the first and the last draw, as nobody but the superuser can; their codes. */
  private static List<String> tamper(DrawHall hall) throws Exception {
    try (var connection = hall.database.admin("encore").getConnection();
        var work = connection.createStatement()) {
      work.execute("set session_replication_role = replica");
      work.executeUpdate(
          "update encore.draw d set items = array[(select max(i.id) from encore.item i"
              + " where i.id <> d.items[1])] where id in"
              + " (select min(id) from encore.draw union select max(id) from encore.draw)");
    }
    return hall.sql.list(
        "select code from encore.draw where id in"
            + " (select min(id) from encore.draw union select max(id) from encore.draw)",
        row -> row.getString(1));
  }

  /** So that the timetable never starts one of its own, whatever day it is. */
  private void doneBefore() {
    sql.insert(
        "insert into encore.job_run (job, business_day, status, node, started_by, started_at,"
            + " lease_until, finished_at)"
            + " values (?, ?, 'DONE', 'gone', 'SYSTEM', now(), now(), now()) returning id",
        NightlyReplay.JOB,
        day);
  }

  /** As a node leaves a run that dies before the batch runtime knows it. */
  private long leaveBehind() {
    return sql.insert(
        "insert into encore.job_run (job, business_day, node, started_by, started_at, lease_until)"
            + " values (?, ?, 'gone', 'SYSTEM', now(), now() - interval '1 second') returning id",
        NightlyReplay.JOB,
        day);
  }

  private long killInTheMiddle(Map<String, String> environment) throws Exception {
    long run;
    LocalServer server = start("first", environment);
    try {
      server.awaitReady();
      run = leaveBehind();
      await("two chunks replayed", () -> items(run) >= 2 * CHUNK);
    } finally {
      server.kill();
    }
    assertEquals("RUNNING", state(run));
    assertTrue(items(run) < DRAWS, "in the middle");
    return run;
  }

  private List<String> findings(long run) {
    return sql.list(
        "select subject || ' ' || name || ' ' || why from encore.replay_finding where run_id = ?"
            + " order by 1",
        row -> row.getString(1),
        run);
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
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(90);
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < end, "Waited in vain for " + what);
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }
}
