package fan.encore.wallet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fan.encore.local.LocalDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Our ledger against the fifteen invariants of the Ledger Conformance Kit, on a real PostgreSQL
 * with our migrations, posting as the application. That each invariant can be broken is proved by
 * mutants, each of which must break exactly what it should; each has a database of its own, and two
 * of them are looked at side by side.
 */
class LedgerConformanceIT {

  private static final Logger LOG = Logger.getLogger(LedgerConformanceIT.class.getName());
  private static final String MIGRATED = "conformance";

  /** Each house keeps more than 64 connections, and the server has 150. */
  private static final int HOUSES = 2;

  @TempDir private static Path folder;
  private static LocalDatabase database;
  private static ExecutorService workers;
  private static Map<LedgerMutant, Future<Set<LedgerInvariant>>> mutants;

  @BeforeAll
  static void start() throws IOException, SQLException {
    database = LocalDatabase.start(folder, 0);
    database.create(MIGRATED);
    database.migrate(MIGRATED);
    workers = Executors.newFixedThreadPool(HOUSES);
    mutants =
        Arrays.stream(LedgerMutant.values())
            .collect(
                Collectors.toMap(
                    mutant -> mutant, mutant -> workers.submit(() -> brokenBy(mutant))));
  }

  @AfterAll
  static void stop() throws IOException {
    workers.shutdownNow();
    database.close();
  }

  @Test
  void allFifteenInvariantsHold() throws Exception {
    workers.submit(LedgerConformanceIT::inspectTheTrueOne).get();
  }

  private static Void inspectTheTrueOne() throws SQLException {
    try (LedgerHouse house = house("conformance_true")) {
      Set<LedgerInvariant> broken = broken(house);
      LOG.info(
          () -> LedgerInvariant.values().length - broken.size() + " of 15 ledger invariants hold");
      assertEquals(Set.of(), broken);
      assertEquals(
          Set.of(),
          new LedgerProof(house.sql)
              .prove().stream().filter(check -> !check.holds()).collect(Collectors.toSet()));
    }
    return null;
  }

  @Test
  void everyInvariantHasAMutant() {
    assertEquals(
        EnumSet.allOf(LedgerInvariant.class),
        Arrays.stream(LedgerMutant.values())
            .flatMap(mutant -> mutant.breaks().stream())
            .collect(Collectors.toSet()));
  }

  @ParameterizedTest
  @EnumSource
  void aMutantBreaksExactlyWhatItShould(LedgerMutant mutant) throws Exception {
    assertEquals(mutant.breaks(), mutants.get(mutant).get());
  }

  private static Set<LedgerInvariant> brokenBy(LedgerMutant mutant) throws SQLException {
    try (LedgerHouse house = house("conformance_" + mutant.ordinal())) {
      mutant.apply(house);
      return broken(house);
    }
  }

  private static LedgerHouse house(String name) throws SQLException {
    database.copy(MIGRATED, name);
    return new LedgerHouse(database, name);
  }

  private static Set<LedgerInvariant> broken(LedgerHouse house) {
    Set<LedgerInvariant> broken = EnumSet.noneOf(LedgerInvariant.class);
    for (LedgerInvariant invariant : LedgerInvariant.values()) {
      if (!holds(invariant, house)) {
        broken.add(invariant);
      }
    }
    return broken;
  }

  private static boolean holds(LedgerInvariant invariant, LedgerHouse house) {
    try {
      return invariant.holds(house);
    } catch (Exception e) {
      LOG.info(() -> invariant + " threw " + e);
      return false;
    }
  }
}
