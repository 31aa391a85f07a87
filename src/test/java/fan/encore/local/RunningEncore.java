package fan.encore.local;

import fan.encore.local.sim.Settings;
import fan.encore.local.sim.SimulatorClient;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Encore as {@code mvn} runs it, with demonstration data, for tests that come from outside:
 * journeys in a browser and programs at the API. One for all of them; it starts when the first one
 * asks.
 *
 * <p>With the system properties {@code encore.url} and {@code encore.simulator} (addresses without
 * a slash at the end) the tests visit one that runs already, such as the one of {@code mvn}.
 */
public final class RunningEncore implements AutoCloseable {

  private static RunningEncore running;

  private final LocalServices services;
  private final LocalServer server;
  private final String url;
  private final String simulatorUrl;
  private final String apiKey;

  private RunningEncore(String url, String simulatorUrl) {
    this.services = null;
    this.server = null;
    this.url = url;
    this.simulatorUrl = simulatorUrl;
    this.apiKey = Settings.from(LocalServices.environment(url, 0, 0, 0, 0)).apiKey();
  }

  private RunningEncore(Path target) throws Exception {
    Path dir = target.resolve("it/journeys");
    Folders.delete(dir);
    services = LocalServices.start(dir, Ports.free());
    int port = Ports.free();
    url = "http://127.0.0.1:" + port;
    simulatorUrl = services.simulatorUrl();
    Map<String, String> environment = new HashMap<>(services.environment(url));
    environment.put("ENCORE_DEMO", "true");
    apiKey = Settings.from(environment).apiKey();
    PrintStream log =
        new PrintStream(
            Files.newOutputStream(dir.resolve("server.log")), true, StandardCharsets.UTF_8);
    server = LocalServer.start(target, dir.resolve("server"), port, environment, log::println);
    server.awaitReady().awaitDemonstration();
  }

  /** The one that runs, started when nobody asked before. */
  public static synchronized RunningEncore get() {
    if (running == null) {
      try {
        String visited = System.getProperty("encore.url");
        running =
            visited == null
                ? new RunningEncore(Path.of(System.getProperty("encore.target")))
                : new RunningEncore(visited, System.getProperty("encore.simulator"));
      } catch (Exception e) {
        throw new IllegalStateException(
            "Encore did not start; see target/it/journeys/server.log", e);
      }
    }
    return running;
  }

  /** Stops the one that runs, if any. */
  static synchronized void stop() {
    if (running != null) {
      running.close();
      running = null;
    }
  }

  /** Address without a slash at the end. */
  public String url() {
    return url;
  }

  /** The provider's side: payment pages to press, mails and messages to read. */
  public SimulatorClient simulator() {
    return new SimulatorClient(URI.create(simulatorUrl), apiKey);
  }

  public String simulatorUrl() {
    return simulatorUrl;
  }

  @Override
  public void close() {
    if (server == null) {
      return;
    }
    server.close();
    try {
      services.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
