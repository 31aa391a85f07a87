package fan.encore.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SlugsTest {

  @Test
  void accentsAndSignsDisappear() {
    assertEquals("cafe-zurich-live", Slugs.of("  Café Zürich: LIVE! "));
  }

  @Test
  void aTakenSlugGetsAnEnd() {
    String slug = Slugs.unused("A night", "event", "a-night"::equals);
    assertTrue(slug.matches("a-night-[0-9a-z]{6}"), slug);
  }

  @Test
  void aNameWithoutLatinLettersFallsBack() {
    String slug = Slugs.unused("星野の夜", "event", taken -> false);
    assertTrue(slug.matches("event-[0-9a-z]{6}"), slug);
  }
}
