package fan.encore.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Folders that are ours to throw away. */
public final class Folders {

  private Folders() {}

  /** Deletes a folder with all that is in it, if it is there. */
  public static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> paths = Files.walk(folder)) {
        for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }

  /**
   * A file of the project, wherever the tests run: those in the server's folder know only where the
   * build puts things.
   */
  public static Path project(String path) {
    String target = System.getProperty("encore.target");
    Path project = target == null ? Path.of("") : Path.of(target).getParent();
    return project.resolve(path).toAbsolutePath();
  }
}
