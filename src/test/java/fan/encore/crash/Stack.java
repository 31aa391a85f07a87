package fan.encore.crash;

import fan.encore.local.Folders;
import fan.encore.local.LocalBroker;
import fan.encore.local.LocalDatabase;
import fan.encore.local.LocalProcess;
import fan.encore.local.LocalServer;
import fan.encore.local.LocalServices;
import fan.encore.local.Ports;
import fan.encore.local.sim.Settings;
import fan.encore.local.sim.Simulator;
import fan.encore.local.sim.SimulatorClient;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Server, broker, database and provider, each a process of its own that may be killed and started
 * again.
 */
final class Stack implements AutoCloseable {

  private final Path target;
  private final Path dir;
  private final int httpPort;
  private final int databasePort;
  private final int brokerPort;
  private final int smtpPort;
  private final int simulatorPort;
  private final Map<String, String> environment;
  private final PrintStream log;

  private LocalProcess database;
  private LocalProcess broker;
  private final LocalProcess simulator;
  private LocalServer server;

  Stack(Path target) throws Exception {
    this.target = target;
    dir = target.resolve("it/crash");
    httpPort = Ports.free();
    databasePort = Ports.free();
    brokerPort = Ports.free();
    smtpPort = Ports.free();
    simulatorPort = Ports.free();
    Folders.delete(dir);
    Files.createDirectories(dir);
    environment =
        new HashMap<>(
            LocalServices.environment(url(), databasePort, brokerPort, smtpPort, simulatorPort));
    environment.put("ENCORE_DEMO", "true");
    log =
        new PrintStream(
            Files.newOutputStream(dir.resolve("server.log")), true, StandardCharsets.UTF_8);
    startDatabase();
    startBroker();
    simulator =
        LocalProcess.start(
            Simulator.class,
            environment,
            dir.resolve("simulator").toString(),
            Integer.toString(simulatorPort),
            Integer.toString(smtpPort));
    startServer();
    server.awaitReady();
  }

  String url() {
    return "http://127.0.0.1:" + httpPort;
  }

  SimulatorClient simulator() {
    return new SimulatorClient(
        URI.create("http://127.0.0.1:" + simulatorPort), Settings.from(environment).apiKey());
  }

  /** As the superuser, who sees everything. */
  DataSource everything() {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setServerNames(new String[] {"127.0.0.1"});
    source.setPortNumbers(new int[] {databasePort});
    source.setDatabaseName(LocalDatabase.NAME);
    source.setUser("postgres");
    source.setCurrentSchema("encore");
    return source;
  }

  void killServer() throws Exception {
    server.kill();
    startServer();
    server.awaitReady();
  }

  void killBroker() throws Exception {
    broker.kill();
    startBroker();
  }

  void killDatabase() throws Exception {
    database.kill();
    startDatabase();
  }

  private void startDatabase() throws IOException {
    database =
        LocalProcess.start(
            LocalDatabase.class,
            Map.of(),
            dir.resolve("postgresql").toString(),
            Integer.toString(databasePort));
  }

  private void startBroker() throws IOException {
    broker =
        LocalProcess.start(
            LocalBroker.class,
            Map.of(),
            dir.resolve("broker").toString(),
            Integer.toString(brokerPort));
  }

  private void startServer() throws IOException {
    server = LocalServer.start(target, dir.resolve("server"), httpPort, environment, log::println);
  }

  @Override
  public void close() {
    server.close();
    simulator.close();
    broker.close();
    database.close();
  }
}
