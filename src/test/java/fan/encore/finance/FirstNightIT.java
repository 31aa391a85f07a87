package fan.encore.finance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fan.encore.local.LocalDatabase;
import fan.encore.local.sim.Settings;
import fan.encore.local.sim.Simulator;
import fan.encore.shared.Sql;
import fan.encore.storage.Storage;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The night after a house opened, when nobody has paid anything yet. */
class FirstNightIT {

  @TempDir(cleanup = CleanupMode.ALWAYS)
  private Path dir;

  @Test
  void theFilesOfADayWithoutAnyPaymentCome() throws Exception {
    try (LocalDatabase database = LocalDatabase.start(dir.resolve("postgresql"), 0);
        Simulator simulator = Simulator.start(dir.resolve("simulator"), 0, 0)) {
      database.migrate(LocalDatabase.NAME);
      Sql sql = new Sql(database.appDataSource(LocalDatabase.NAME));
      Clock clock = Clock.systemUTC();
      BusinessDays days = new BusinessDays("Asia/Tokyo", 2);
      SettlementSource source =
          new SettlementSource(
              Optional.of(simulator.url().toString()), Optional.of(Settings.local().apiKey()));
      Storage storage = Wiring.with(new Storage(), sql, clock);
      SettlementFiles files = Wiring.with(new SettlementFiles(), sql, storage, source, days, clock);
      LocalDate yesterday = LocalDate.now(ZoneId.of("Asia/Tokyo")).minusDays(1);
      assertEquals(days.filesOf(yesterday).size(), files.fetch(yesterday));
      assertEquals(0, files.fetch(yesterday), "they are here already");
    }
  }
}
