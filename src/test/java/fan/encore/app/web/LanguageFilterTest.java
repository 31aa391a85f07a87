package fan.encore.app.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LanguageFilterTest {

  @Test
  void theChoiceLeavesTheOtherParametersAlone() {
    assertEquals(
        "/event/search?city=Tokyo&page=2",
        LanguageFilter.here("/event/search", "city=Tokyo&lang=ja&page=2"));
    assertEquals("/event/search", LanguageFilter.here("/event/search", "lang=ja"));
  }

  @Test
  void theWayBackStaysOnThisSite() {
    assertEquals("/evil.example/x", LanguageFilter.here("//evil.example/x", "lang=ja"));
    assertEquals("/evil.example", LanguageFilter.here("/\\evil.example", null));
  }
}
