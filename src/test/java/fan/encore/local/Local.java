package fan.encore.local;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/**
 * What {@code mvn} runs: the local services, then Encore with demo data, then the addresses. Ctrl-C
 * stops all of it; what was done is still there at the next start, until {@code mvn clean}.
 *
 * <p>Environment: {@code ENCORE_HTTP_PORT} (8080), {@code ENCORE_SIMULATOR_PORT} (8590), {@code
 * ENCORE_DEMO} (true); the next free port is taken when one is in use.
 */
public final class Local {

  private static final int HTTP_PORT = 8080;
  private static final int SIMULATOR_PORT = 8590;

  private Local() {}

  public static void main(String[] arguments) throws Exception {
    System.setProperty("log4j2.StatusLogger.level", "OFF");
    Path target = Path.of("target").toAbsolutePath();
    Path dir = target.resolve("local");
    int wanted = setting("ENCORE_HTTP_PORT", HTTP_PORT);
    int port = Ports.freeFrom(wanted);
    if (port != wanted) {
      System.out.println("Port " + wanted + " is taken, so Encore uses " + port + ".");
    }
    System.out.println("Starting database, broker, mail and payment provider ...");
    LocalServices services =
        LocalServices.start(dir, setting("ENCORE_SIMULATOR_PORT", SIMULATOR_PORT));
    System.out.println("Starting Encore; its log is target/local/server.log ...");
    String baseUrl = "http://localhost:" + port;
    LocalServer server = server(target, port, services, baseUrl);
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, services, stopped)));
    long start = System.nanoTime();
    server.awaitReady();
    welcome(baseUrl, services.simulatorUrl(), (System.nanoTime() - start) / 1_000_000_000);
    stopped.await();
  }

  private static LocalServer server(Path target, int port, LocalServices services, String baseUrl)
      throws IOException {
    Map<String, String> environment = new HashMap<>(services.environment(baseUrl));
    environment.put("ENCORE_DEMO", System.getenv().getOrDefault("ENCORE_DEMO", "true"));
    PrintStream log =
        new PrintStream(
            Files.newOutputStream(target.resolve("local/server.log")),
            true,
            StandardCharsets.UTF_8);
    return LocalServer.start(
        target,
        target.resolve("local/server"),
        port,
        environment,
        line -> {
          log.println(line);
          if (line.contains(" SEVERE ")) {
            System.out.println(line);
          }
        });
  }

  private static void stop(LocalServer server, LocalServices services, CountDownLatch stopped) {
    System.out.println("\nStopping ...");
    server.close();
    try {
      services.close();
    } catch (IOException e) {
      System.out.println("The services did not stop cleanly: " + e.getMessage());
    }
    System.out.println("Stopped. The data are kept in target/local; mvn clean forgets them.");
    stopped.countDown();
  }

  private static void welcome(String address, String simulator, long seconds) {
    System.out.printf(
        """

        Encore is ready after %d s:  %s

          Sign in (password of all: encore-demo-2026)
            fan        mika@encore.example
            artist     artist@encore.example
            organizer  organizer@encore.example
            team       crew@encore.example
            finance    finance@encore.example
            admin      admin@encore.example

          Mails      %s/mail
          Messages   %s/sms
          API        %s/openapi

        Ctrl-C stops everything.
        %n""",
        seconds, address, simulator, simulator, address);
  }

  private static int setting(String name, int otherwise) {
    String value = System.getenv(name);
    return value == null || value.isBlank() ? otherwise : Integer.parseInt(value.strip());
  }
}
