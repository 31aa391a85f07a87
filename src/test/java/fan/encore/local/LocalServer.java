package fan.encore.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Payara Micro as a process of its own, with the very WAR and configuration files that run
 * elsewhere.
 */
public final class LocalServer implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(180);
  private static final String COMPLETE = "The demonstration data are complete";

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

  private final Process process;
  private final int port;
  private final CountDownLatch complete;

  private LocalServer(Process process, int port, CountDownLatch complete) {
    this.process = process;
    this.port = port;
    this.complete = complete;
  }

  /**
   * Starts the server; does not wait until it is ready.
   *
   * @param target Maven's build directory, with {@code server/} and {@code encore.war}
   * @param dir the server's own files
   * @param environment settings as in the README
   * @param console hears each line of the server's log
   */
  public static LocalServer start(
      Path target, Path dir, int port, Map<String, String> environment, Consumer<String> console)
      throws IOException {
    Folders.delete(
        dir); // it unpacks itself anew; leftovers of a killed one would only be in the way
    Files.createDirectories(dir);
    Path config = target.getParent().resolve("payara-config");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xms256m", "-Xmx1g", "-XX:+UseG1GC", "-XX:+ExitOnOutOfMemoryError"));
    command.addAll(List.of("-Djava.net.preferIPv4Stack=true", "-Duser.timezone=UTC"));
    command.add("-Dhazelcast.metrics.enabled=false");
    command.addAll(List.of("-jar", target.resolve("server/payara-micro.jar").toString()));
    command.addAll(List.of("--nocluster", "--disablephonehome", "--nohostaware"));
    command.addAll(List.of("--port", Integer.toString(port), "--rootdir", dir.toString()));
    command.addAll(List.of("--addlibs", target.resolve("server/postgresql.jar").toString()));
    command.addAll(List.of("--logproperties", config.resolve("logging.properties").toString()));
    command.addAll(List.of("--prebootcommandfile", config.resolve("pre-boot.asadmin").toString()));
    command.addAll(
        List.of("--postbootcommandfile", config.resolve("post-boot.asadmin").toString()));
    command.addAll(List.of("--contextroot", "/"));
    command.addAll(List.of("--deploy", target.resolve("encore.war").toString()));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.directory(target.resolve("server").toFile());
    builder.redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process = builder.start();
    CountDownLatch complete = new CountDownLatch(1);
    Consumer<String> ear =
        line -> {
          console.accept(line);
          if (line.endsWith(COMPLETE)) {
            complete.countDown();
          }
        };
    Thread reader = new Thread(() -> copy(process, ear), "server-console");
    reader.setDaemon(true);
    reader.start();
    return new LocalServer(process, port, complete);
  }

  /**
   * Waits until {@code /health/ready} is up and names our own checks, and until the front door
   * answers: before the WAR is deployed the server calls itself ready, because it has nothing to
   * check, and its first checks answer a moment before its pages do.
   *
   * @throws IllegalStateException if the process ends or the patience does
   */
  public LocalServer awaitReady() throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end) {
      if (!process.isAlive()) {
        throw new IllegalStateException("The server ended with " + process.exitValue());
      }
      if (answers("/health/ready", "migrations") && answers("/", "Encore")) {
        return this;
      }
      TimeUnit.MILLISECONDS.sleep(200);
    }
    throw new IllegalStateException(
        "The server was not ready within " + PATIENCE.toSeconds() + " s");
  }

  /**
   * Waits until the demonstration's fans have done what they came for: they draw and buy as others
   * do, and whoever counts would count them.
   *
   * @throws IllegalStateException if they do not finish
   */
  public LocalServer awaitDemonstration() throws InterruptedException {
    if (!complete.await(2 * PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      throw new IllegalStateException("The demonstration data are not complete");
    }
    return this;
  }

  private boolean answers(String path, String text) throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .timeout(Duration.ofSeconds(5))
            .build();
    try {
      HttpResponse<String> answer = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
      return answer.statusCode() == 200 && answer.body().contains(text);
    } catch (IOException notYet) {
      return false;
    }
  }

  public long pid() {
    return process.pid();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** As {@code kill -9}: nothing is flushed, nobody is told. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private static void copy(Process process, Consumer<String> console) {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        console.accept(line);
      }
    } catch (IOException e) {
      console.accept("The server's console ended: " + e.getMessage());
    }
  }
}
