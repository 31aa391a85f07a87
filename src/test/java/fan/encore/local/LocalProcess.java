package fan.encore.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A local service as a process of its own, so that a test may kill it. */
public final class LocalProcess implements AutoCloseable {

  private final Process process;

  private LocalProcess(Process process) {
    this.process = process;
  }

  /**
   * Starts the main of a class on this classpath and waits for a line of its output that contains
   * "ready".
   *
   * @throws IllegalStateException if the process ends before
   */
  public static LocalProcess start(
      Class<?> main, Map<String, String> environment, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(System.getProperty("java.home") + "/bin/java");
    command.add("-Dlog4j2.StatusLogger.level=OFF");
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process = builder.start();
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    StringBuilder said = new StringBuilder();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      said.append(line).append('\n');
      if (line.contains("ready")) {
        Thread rest = new Thread(() -> lines.lines().forEach(ignored -> {}), main.getSimpleName());
        rest.setDaemon(true);
        rest.start();
        return new LocalProcess(process);
      }
    }
    throw new IllegalStateException(main.getSimpleName() + " did not start:\n" + said);
  }

  /**
   * As {@code kill -9} to the process and all that it started; returns when none of them is left.
   */
  public void kill() throws InterruptedException {
    List<ProcessHandle> family = new ArrayList<>(process.descendants().toList());
    family.add(process.toHandle());
    family.sort(Comparator.comparing(ProcessHandle::pid));
    family.forEach(ProcessHandle::destroyForcibly);
    for (ProcessHandle member : family) {
      while (member.isAlive()) {
        TimeUnit.MILLISECONDS.sleep(20);
      }
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        kill();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
