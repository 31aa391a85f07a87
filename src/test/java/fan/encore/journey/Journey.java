package fan.encore.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import fan.encore.local.RunningEncore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * A person at a browser. Every page that a journey looks at is checked for accessibility, scripts
 * and policy.
 */
abstract class Journey {

  static final String PASSWORD = "encore-demo-2026";

  private static final Path PICTURES =
      Path.of(System.getProperty("encore.target"), "it", "pictures");

  /** Refusals, and what a browser without a network says about it. */
  private static final Pattern EXPECTED = Pattern.compile("status of 4|ERR_INTERNET_DISCONNECTED");

  private static final Set<String> GRAVE = Set.of("serious", "critical");

  protected final RunningEncore encore = RunningEncore.get();
  protected Page page;

  private BrowserContext visitor;
  private final List<String> complaints = new ArrayList<>();

  @BeforeEach
  void open() {
    visitor =
        Browser.visitor(
            taste(
                new NewContextOptions()
                    .setBaseURL(encore.url())
                    .setLocale("en-US")
                    .setViewportSize(1280, 900)
                    .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE)));
    visitor.setDefaultTimeout(20_000);
    page = visitor.newPage();
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error") && !EXPECTED.matcher(message.text()).find()) {
            complaints.add(message.text());
          }
        });
    page.onPageError(complaints::add);
  }

  /** What this visitor's browser asks for; a journey in another scheme or language says so here. */
  protected NewContextOptions taste(NewContextOptions usual) {
    return usual;
  }

  @AfterEach
  void close() {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(PICTURES.resolve(getClass().getSimpleName() + "-last.png")));
    visitor.close();
    assertEquals(List.of(), complaints, "The browser complained");
  }

  /** Opens a path and looks at the page. */
  protected void visit(String path) {
    page.navigate(path);
    look();
  }

  /** Checks what is on the screen now: no serious or critical violation (WCAG, by axe-core). */
  protected void look() {
    List<String> violations =
        new AxeBuilder(page)
            .analyze().getViolations().stream()
                .filter(rule -> GRAVE.contains(rule.getImpact()))
                .map(Journey::describe)
                .toList();
    assertEquals(List.of(), violations, page.url());
  }

  protected void signIn(String email) {
    signIn(email, PASSWORD);
  }

  protected void signIn(String email, String password) {
    page.navigate("/sign-in");
    page.locator("input[id$=email]").fill(email);
    page.locator("input[type=password]").fill(password);
    page.locator("main button[type=submit]").click();
    page.waitForURL(url -> !url.contains("/sign-in"));
  }

  /** Keeps a picture under target/it/pictures, at a laptop's and at a phone's width. */
  protected void picture(String name) {
    for (int width : new int[] {1280, 390}) {
      page.setViewportSize(width, 900);
      page.screenshot(
          new Page.ScreenshotOptions()
              .setFullPage(true)
              .setPath(PICTURES.resolve(name + "-" + width + ".png")));
    }
    page.setViewportSize(1280, 900);
  }

  /** The rows of the page's table. */
  protected Locator rows() {
    return page.locator("main .ui-datatable-data > tr");
  }

  /** Types into the filter of a column and waits for the answer. */
  protected void find(String column, String text) {
    Locator filter =
        page.locator("main th")
            .filter(new Locator.FilterOptions().setHasText(column))
            .first()
            .locator("input");
    int last = text.length() - 1;
    filter.fill(text.substring(0, last));
    page.waitForResponse(
        answer -> answer.request().method().equals("POST"),
        () -> filter.pressSequentially(text.substring(last)));
  }

  private static String describe(Rule rule) {
    return rule.getImpact()
        + " "
        + rule.getId()
        + ": "
        + rule.getHelp()
        + " at "
        + rule.getNodes().stream().map(node -> String.valueOf(node.getTarget())).limit(3).toList();
  }
}
