package fan.encore.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class TextsTest {

  @Test
  void aTextIsInTheLanguageOfTheReader() {
    assertEquals("Sign in", Texts.get(Locale.ENGLISH, "app.sign_in"));
    assertEquals("ログイン", Texts.get(Locale.JAPAN, "app.sign_in"));
  }

  @Test
  void aReaderOfAnotherLanguageGetsEnglishWhateverTheMachineSpeaks() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.JAPAN);
      assertEquals("Sign in", Texts.get(Locale.FRENCH, "app.sign_in"));
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void placeholdersAreWrittenAsTheLocaleDoes() {
    assertEquals(
        "Only 1,200 left, that's $5.00",
        Texts.fill(Locale.US, "Only {0} left, that's {1}", 1200, new Money(500, "USD")));
  }

  @Test
  void anUnknownKeyIsSeen() {
    assertEquals("???app.no_such_key???", Texts.get(Locale.ENGLISH, "app.no_such_key"));
    assertEquals("???nobundle???", Texts.get(Locale.ENGLISH, "nobundle"));
  }
}
