package fan.encore.local;

import fan.encore.local.sim.Settings;
import fan.encore.local.sim.Simulator;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Everything around the server: database, broker, mail and providers, all on loopback. The same
 * services serve {@code mvn} and every integration test.
 */
public final class LocalServices implements AutoCloseable {

  private static final String SECRET = "local-only";

  /** Signs the log of a machine that nobody relies on. */
  private static final String FAIRNESS_KEY = "bG9jYWwgY2hlY2twb2ludHMgcHJvdmUgbm90aGluZyE=";

  private final LocalDatabase database;
  private final LocalBroker broker;
  private final Simulator simulator;
  private final int brokerPort;
  private final int smtpPort;
  private final int simulatorPort;

  private LocalServices(Path dir, int databasePort, int brokerPort, int smtpPort, int simulatorPort)
      throws Exception {
    Files.createDirectories(dir);
    this.brokerPort = brokerPort;
    this.smtpPort = smtpPort;
    this.simulatorPort = simulatorPort;
    database = LocalDatabase.start(dir.resolve("postgresql"), databasePort);
    broker = LocalBroker.start(dir.resolve("broker"), brokerPort);
    simulator =
        Simulator.start(
            dir.resolve("simulator"), simulatorPort, smtpPort, Settings.from(environment("")));
  }

  /**
   * @param dir where all data live
   * @param simulatorPort wanted port of the provider simulator; the next free one is taken
   */
  public static LocalServices start(Path dir, int simulatorPort) throws Exception {
    return new LocalServices(dir, 0, Ports.free(), Ports.free(), Ports.freeFrom(simulatorPort));
  }

  /** On the ports that the environment of a server already names. */
  public static LocalServices start(Path dir, Map<String, String> environment) throws Exception {
    return new LocalServices(
        dir,
        Integer.parseInt(environment.get("ENCORE_DB_PORT")),
        Integer.parseInt(environment.get("ENCORE_BROKER_PORT")),
        Integer.parseInt(environment.get("ENCORE_SMTP_PORT")),
        URI.create(environment.get("ENCORE_SANDBOX_URL")).getPort());
  }

  public LocalDatabase database() {
    return database;
  }

  /** Address of the provider simulator: payment pages, mailbox, text messages. */
  public String simulatorUrl() {
    return "http://127.0.0.1:" + simulatorPort;
  }

  /** The settings of a server that uses these services. */
  public Map<String, String> environment(String baseUrl) {
    return environment(baseUrl, database.port(), brokerPort, smtpPort, simulatorPort);
  }

  /** The settings of a server whose services listen on these ports. */
  public static Map<String, String> environment(
      String baseUrl, int databasePort, int brokerPort, int smtpPort, int simulatorPort) {
    String simulator = "http://127.0.0.1:" + simulatorPort;
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("ENCORE_HTTP_ADDRESS", "127.0.0.1");
    environment.put("ENCORE_BASE_URL", baseUrl);
    environment.put("ENCORE_BUSINESS_ZONE", "Asia/Tokyo");
    environment.put("ENCORE_FAIRNESS_KEY", FAIRNESS_KEY);
    environment.put("ENCORE_DB_HOST", "127.0.0.1");
    environment.put("ENCORE_DB_PORT", Integer.toString(databasePort));
    environment.put("ENCORE_DB_NAME", LocalDatabase.NAME);
    environment.put("ENCORE_DB_OWNER_PASSWORD", LocalDatabase.PASSWORD);
    environment.put("ENCORE_DB_APP_PASSWORD", LocalDatabase.PASSWORD);
    environment.put("ENCORE_BROKER_HOST", "127.0.0.1");
    environment.put("ENCORE_BROKER_PORT", Integer.toString(brokerPort));
    environment.put("ENCORE_BROKER_USER", "encore");
    environment.put("ENCORE_BROKER_PASSWORD", SECRET);
    environment.put("ENCORE_SMTP_HOST", "127.0.0.1");
    environment.put("ENCORE_SMTP_PORT", Integer.toString(smtpPort));
    environment.put("ENCORE_MAIL_FROM", "hello@encore.example");
    environment.put("ENCORE_SMS_URL", simulator);
    environment.put("ENCORE_SMS_ACCOUNT", "AC00000000000000000000000000000001");
    environment.put("ENCORE_SMS_TOKEN", SECRET);
    environment.put("ENCORE_SMS_FROM", "+15005550006");
    environment.put("ENCORE_SANDBOX_URL", simulator);
    environment.put("ENCORE_SANDBOX_KEY", SECRET);
    environment.put("ENCORE_SANDBOX_WEBHOOK_SECRET", SECRET);
    return environment;
  }

  @Override
  public void close() throws IOException {
    simulator.close();
    broker.close();
    database.close();
  }
}
