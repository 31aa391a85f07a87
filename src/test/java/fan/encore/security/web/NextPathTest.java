package fan.encore.security.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NextPathTest {

  @ParameterizedTest
  @ValueSource(strings = {"/", "/my/tickets", "/event/view?slug=neon-night&x=1%202"})
  void pathsOfThisSiteAreFollowed(String path) {
    assertEquals(path, NextPath.of(path));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "my/tickets",
        "//evil.example",
        "/\\evil.example",
        "/\t/evil.example",
        "https://evil.example",
        "javascript:alert(1)",
        "/my\r\nSet-Cookie: x=y",
        "/sign-out",
        "/sign-in?next=/sign-in",
        "/api/v1/me"
      })
  void anythingElseLeadsHome(String path) {
    assertEquals("/", NextPath.of(path));
  }

  @Test
  void nothingLeadsHome() {
    assertEquals("/", NextPath.of(null));
    assertEquals("/", NextPath.of("/" + "a".repeat(2000)));
  }
}
