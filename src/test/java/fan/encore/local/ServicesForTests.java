package fan.encore.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Starts the local services before the first integration test and stops them after the last. The
 * server that Arquillian starts finds them by the environment it inherits. Plain tests get nothing.
 */
public final class ServicesForTests implements LauncherSessionListener {

  private LocalServices services;

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    if (!Boolean.getBoolean("encore.services")) {
      return;
    }
    try {
      Path dir = Path.of(System.getProperty("encore.target"), "it", "services");
      Folders.delete(dir);
      services = LocalServices.start(dir, System.getenv());
    } catch (Exception e) {
      throw new IllegalStateException("The local services did not start", e);
    }
  }

  @Override
  public void launcherSessionClosed(LauncherSession session) {
    RunningEncore.stop();
    if (services == null) {
      return;
    }
    try {
      services.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
