package fan.encore.journey;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * One Chromium for all journeys: the system's if there is one, else the one that Playwright brings.
 */
final class Browser {

  private static final List<String> SYSTEM =
      List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");

  private static com.microsoft.playwright.Browser chromium;

  private Browser() {}

  /** A fresh visitor: no cookies, nothing remembered. */
  static synchronized BrowserContext visitor(
      com.microsoft.playwright.Browser.NewContextOptions options) {
    if (chromium == null) {
      chromium = launch();
    }
    return chromium.newContext(options);
  }

  private static com.microsoft.playwright.Browser launch() {
    BrowserType.LaunchOptions options =
        new BrowserType.LaunchOptions()
            .setArgs(
                List.of(
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--no-first-run"));
    Map<String, String> environment = Map.of();
    for (String path : SYSTEM) {
      if (Files.isExecutable(Path.of(path))) {
        options.setExecutablePath(Path.of(path));
        environment = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        break;
      }
    }
    return Playwright.create(new Playwright.CreateOptions().setEnv(environment))
        .chromium()
        .launch(options);
  }
}
