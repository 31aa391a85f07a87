package fan.encore.gacha;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fan.encore.fairness.Transparency;
import fan.encore.gacha.DrawReplay.Finding;
import fan.encore.shared.Sql;
import fan.encore.wallet.LedgerCheck;
import fan.encore.wallet.LedgerProof;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** Replays of real draws: silent over what nobody touched, and each damage has its name. */
class DrawReplayIT {

  private static final Instant FROM = DrawHall.NOW.minus(Duration.ofDays(1));
  private static final Instant TO = DrawHall.NOW.plus(Duration.ofDays(2));

  @TempDir(cleanup = CleanupMode.ALWAYS)
  private Path dir;

  private DrawHall hall;
  private Sql sql;
  private DrawReplay replay;
  private DrawTallies tallies;

  @BeforeEach
  void draw() throws Exception {
    hall = new DrawHall(dir);
    sql = hall.sql;
    replay = new DrawReplay(sql);
    tallies = new DrawTallies(sql);
    hall.create(
        DrawHall.banner("open", DrawHall.NOW.minusSeconds(60), DrawHall.NOW.plusSeconds(60)));
    Draws draws = hall.draws(DrawHall.NOW);
    for (int fan = 0; fan < 3; fan++) {
      long account = hall.account();
      hall.give(account, 100, 20_000);
      hall.chains(DrawHall.NOW).next(account, "open");
      for (int call = 0; call < 6; call++) {
        draws.draw(account, new DrawPrizes("open", call % 2 == 0 ? 1 : 10, "seed", "key-" + call));
      }
    }
  }

  @AfterEach
  void stop() throws Exception {
    hall.close();
  }

  private Set<String> findings(int draws) {
    List<Long> numbers = replay.numbers(FROM, TO, 0, 100);
    assertEquals(draws, numbers.size());
    List<Finding> all = new ArrayList<>(replay.replay(numbers));
    all.addAll(tallies.compare(FROM, TO));
    return all.stream().map(Finding::name).collect(Collectors.toCollection(TreeSet::new));
  }

  /** As nobody but the superuser can. */
  private void tamper(String statement) throws Exception {
    try (var connection = hall.database.admin("encore").getConnection();
        var work = connection.createStatement()) {
      work.execute("set session_replication_role = replica");
      assertTrue(work.executeUpdate(statement) > 0, statement);
    }
  }

  /** The chain orders the draws, not the clocks of the nodes that made them. */
  @Test
  void nodesWhoseClocksDisagreeLeaveNothingToFind() throws Exception {
    long account = hall.account();
    hall.give(account, 0, 9_000);
    hall.chains(DrawHall.NOW).next(account, "open");
    List<Thread> nodes = new ArrayList<>();
    for (int node = 0; node < 3; node++) {
      Draws draws = hall.draws(DrawHall.NOW.plusSeconds(25L * node));
      String key = "node" + node + "-";
      nodes.add(
          new Thread(
              () -> {
                for (int call = 0; call < 10; call++) {
                  draws.draw(account, new DrawPrizes("open", 1, "seed", key + call));
                }
              }));
    }
    nodes.forEach(Thread::start);
    for (Thread node : nodes) {
      node.join();
    }
    assertEquals(30, sql.number("select count(*) from encore.draw where account_id = ?", account));
    assertEquals(Set.of(), findings(48));
    assertTrue(new LedgerProof(sql).prove().stream().allMatch(LedgerCheck::holds));
  }

  @Test
  void honestDrawsAgreeWithEverythingWrittenAboutThem() {
    assertEquals(Set.of(), findings(18));
    String chain =
        sql.first(
                "select commitment from encore.draw_chain order by id limit 1",
                row -> row.getString(1))
            .orElseThrow();
    assertEquals(List.of(), new DrawProofs(sql, new Transparency(sql)).chain(chain, 0, 0));
  }

  @Test
  void everyDamageIsCalledByItsName() throws Exception {
    tamper(
        "update encore.draw set items = items[2:] || items[1] where id = (select min(id) from encore.draw where quantity = 10)");
    assertTrue(findings(18).contains("draw-tampered"));
    tamper(
        "update encore.draw set client_seed = 'another' where id = (select max(id) from encore.draw)");
    assertTrue(findings(18).contains("seed-mismatch"));
    tamper(
        "update encore.collected_item set granted = 0 where account_id = (select min(account_id) from encore.draw)");
    assertTrue(findings(18).contains("grant-missing"));
    tamper(
        "update encore.ledger_transfer set amount = amount + 1 where transaction_id = (select max(ledger_transaction_id) from encore.draw)");
    assertTrue(findings(18).contains("ledger-differs"));
    tamper(
        "delete from encore.lot_movement where transaction_id = (select max(ledger_transaction_id) from encore.draw)");
    assertTrue(findings(18).contains("lots-differ"));
    String renumbered = "replace(body, '\"nonce\":3', '\"nonce\":9')";
    tamper(
        "update encore.fairness_leaf set body = %1$s, hash = encore.leaf_hash(%1$s) where kind = 'draw'"
            .formatted(renumbered));
    assertTrue(findings(18).contains("nonce-gap"));
    tamper("delete from encore.fairness_leaf where id = (select max(leaf_id) from encore.draw)");
    assertTrue(findings(18).contains("leaf-missing"));
  }
}
