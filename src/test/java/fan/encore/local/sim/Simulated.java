package fan.encore.local.sim;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A simulator on free ports, with a shop as its customer and a clock that a test may put ahead. */
abstract class Simulated {

  @TempDir Path directory;
  Simulator simulator;
  SimulatorClient client;
  Shop shop;
  private volatile Duration ahead = Duration.ZERO;

  @BeforeEach
  void open() throws Exception {
    start();
    shop = new Shop(simulator.url());
  }

  @AfterEach
  void close() {
    shop.close();
    simulator.close();
  }

  void restart() {
    simulator.close();
    start();
    shop.moved(simulator.url());
  }

  void letTimePass(Duration time) {
    ahead = ahead.plus(time);
  }

  private void start() {
    Settings settings = Settings.local().withClock(new MovableClock());
    simulator = Simulator.start(directory, 0, 0, settings);
    client = new SimulatorClient(simulator.url(), settings.apiKey());
  }

  private final class MovableClock extends Clock {

    @Override
    public Instant instant() {
      return Instant.now().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
