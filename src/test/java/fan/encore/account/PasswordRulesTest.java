package fan.encore.account;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {

  @Test
  void lengthCounts() {
    assertEquals("account.password_missing", refusal(null));
    assertEquals("account.password_missing", refusal("          "));
    assertEquals("account.password_short", refusal("x8!kQ2z"));
    assertEquals("", refusal("x8!kQ2zv"));
    assertEquals("", refusal("ab3".repeat(42) + "cd"));
    assertEquals("account.password_long", refusal("ab3".repeat(43)));
  }

  @Test
  void everyKindOfCharacterIsWelcomeAndNoneIsAskedFor() {
    assertEquals("", refusal("quiet river stone"));
    assertEquals("", refusal("さくらが咲いたよ今日"));
    assertEquals("", refusal("🎸🎤🥁🎹🎷🎺🎻🪕"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password",
        "Password1",
        "12345678",
        "qwertyuiop",
        "IloveYou",
        "encore2026",
        "aaaaaaaaaa",
        "abababab"
      })
  void commonOnesAreRefused(String password) {
    assertEquals("account.password_common", refusal(password));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Yuki.Tanaka@fans.example", "yuki.tanaka", "Yuki Tanaka 77"})
  void onesOwnNameIsRefused(String password) {
    assertEquals("account.password_is_name", refusal(password));
  }

  private static String refusal(String password) {
    Optional<String> refusal =
        PasswordRules.refusal(password, "yuki.tanaka@fans.example", "Yuki Tanaka 77");
    return refusal.orElse("");
  }
}
