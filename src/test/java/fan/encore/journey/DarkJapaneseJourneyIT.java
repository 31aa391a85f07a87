package fan.encore.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who reads Japanese at night sees the same pages: in words, in colours, and nothing cut off. */
class DarkJapaneseJourneyIT extends Journey {

  private static final int[] WIDTHS = {1280, 390};

  @Override
  protected NewContextOptions taste(NewContextOptions usual) {
    return usual.setLocale("ja-JP").setColorScheme(ColorScheme.DARK);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/artist/list",
        "/artist/detail?code=adaeze",
        "/event/search",
        "/event/detail?slug=encore-winter-gala",
        "/gacha/list",
        "/gacha/banner?code=planetarium-nights",
        "/shop/diamonds",
        "/about",
        "/register",
        "/sign-in",
        "/sign-in?next=/my/checkout",
        "/keep-orders",
        "/nothing"
      })
  void forStrangers(String path) {
    sees(path);
  }

  @ParameterizedTest
  @ValueSource(strings = {"mika", "organizer", "finance"})
  void forThoseWhoSignedIn(String who) {
    signIn(who + "@encore.example");
    page.navigate("/?lang=ja");
    pages(who).forEach(this::sees);
  }

  private static List<String> pages(String who) {
    return switch (who) {
      case "mika" ->
          List.of(
              "/my/wallet",
              "/my/collection",
              "/my/draws",
              "/my/cart",
              "/my/orders",
              "/my/tickets",
              "/my/profile",
              "/my/security");
      case "organizer" ->
          List.of(
              "/studio/events",
              "/studio/event",
              "/studio/check-in",
              "/studio/event?slug=encore-winter-gala",
              "/studio/sales?slug=encore-winter-gala");
      default -> List.of("/finance/reports");
    };
  }

  private void sees(String path) {
    visit(path);
    assertEquals("ja", page.locator("html").getAttribute("lang"), path);
    for (int width : WIDTHS) {
      page.setViewportSize(width, 900);
      // charts take their new size a moment later
      page.waitForTimeout(300);
      assertEquals(
          0,
          page.evaluate("Math.max(0, document.documentElement.scrollWidth - innerWidth)"),
          () -> path + " scrolls sideways at " + width);
    }
    picture("dark-ja" + path.replaceAll("[^a-z0-9]+", "-"));
  }
}
