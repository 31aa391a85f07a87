package fan.encore.gacha;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fan.encore.local.LocalDatabase;
import fan.encore.messaging.Outbox;
import fan.encore.messaging.Outgoing;
import fan.encore.shared.Sql;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The evidence is read from the log once, in its order, and refuted claims call administrators. */
class FairnessWatchIT {

  @TempDir(cleanup = CleanupMode.ALWAYS)
  private Path dir;

  private LocalDatabase database;
  private Sql sql;
  private FairnessWatch watch;
  private BannerEvidence evidence;
  private Mailbox mailbox;

  private static final class Mailbox extends Outbox {
    private final List<Outgoing> sent = new ArrayList<>();

    @Override
    public void putAll(List<Outgoing> messages) {
      sent.addAll(messages);
    }
  }

  @BeforeEach
  void start() throws Exception {
    database = LocalDatabase.start(dir, 0);
    database.migrate(LocalDatabase.NAME);
    sql = new Sql(database.appDataSource(LocalDatabase.NAME));
    Clock clock = Clock.systemUTC();
    mailbox = new Mailbox();
    watch = new FairnessWatch(sql, new FairnessAlarm(sql, mailbox, "https://encore.test"), clock);
    evidence = new BannerEvidence(sql);
    sql.update(
        "with a as (insert into encore.account (email, display_name, language, status, created_at, version)"
            + " values ('admin@encore.test', 'Admin', 'en', 'ACTIVE', now(), 0) returning id)"
            + " insert into encore.account_role (account_id, role) select id, 'ADMIN' from a");
  }

  @AfterEach
  void stop() throws Exception {
    database.close();
  }

  private void log(GeneratedLog log) {
    List<String> kinds = new ArrayList<>();
    List<String> bodies = new ArrayList<>();
    log.forEach(
        (kind, body) -> {
          kinds.add(kind);
          bodies.add(body);
        });
    sql.update(
        "insert into encore.fairness_leaf (kind, body, hash) select kind, body, encore.leaf_hash(body)"
            + " from unnest(?, ?) with ordinality as l (kind, body, n) order by n",
        kinds.toArray(String[]::new),
        bodies.toArray(String[]::new));
    sql.update(
        "insert into encore.fairness_log (log_index, leaf_id)"
            + " select row_number() over (order by id) - 1, id from encore.fairness_leaf");
  }

  private void watchAll(int atOnce) {
    while (watch.watch(atOnce) == atOnce) {
      assertTrue(atOnce > 0);
    }
  }

  @Test
  void honestDrawsAreCountedByStateOfPityAndRaiseNoAlarm() throws Exception {
    log(new GeneratedLog(GeneratedLog.banner(false)).played(10, 60));
    watchAll(97);
    List<BannerEvidence.Tier> tiers = evidence.tiers("gala");
    assertEquals(
        List.of("SSR", "SR", "R"), tiers.stream().map(BannerEvidence.Tier::what).limit(3).toList());
    long prizes = sql.number("select prizes from encore.banner_evidence_progress");
    assertEquals(prizes, tiers.get(0).trials());
    assertEquals(prizes, tiers.stream().limit(3).mapToLong(BannerEvidence.Tier::hits).sum());
    assertEquals(
        prizes, tiers.stream().limit(3).mapToDouble(BannerEvidence.Tier::expected).sum(), 1e-6);
    assertTrue(tiers.get(0).lines().size() > 1, "pity has states");
    assertTrue(evidence.points("gala").size() > 3);
    assertEquals(List.of(), evidence.alarms());
    assertEquals(List.of(), mailbox.sent);
    List<BannerEvidence.Tier> again = tiers;
    watchAll(97);
    assertEquals(again, evidence.tiers("gala"), "what was read is not read again");
  }

  @Test
  void aCutOfTheChancesCallsAdministratorsOnce() throws Exception {
    log(
        new GeneratedLog(GeneratedLog.banner(false), GeneratedLog.banner(false, 20_000))
            .played(20, 60));
    watchAll(500);
    assertEquals(1, evidence.alarms().size());
    assertEquals("gala", evidence.alarms().get(0).banner());
    assertTrue(evidence.alarms().get(0).logEvidence() >= Evidence.LOG_ALARM);
    assertEquals(1, mailbox.sent.size());
    assertEquals("admin@encore.test", mailbox.sent.get(0).recipient());
  }
}
