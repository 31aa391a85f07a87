package fan.encore.messaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

class MailTextTest {

  private static final String KIND = "mailtest.hello";

  @Test
  void placeholdersAreFilledOnceAndLiterally() throws NotDeliverable {
    assertEquals(
        "Dear {name} $1, 3 tickets",
        MailText.fill("Dear {who}, {count} tickets", Map.of("who", "{name} $1", "count", "3")));
  }

  @Test
  void aMissingValueIsNotSent() {
    assertThrows(NotDeliverable.class, () -> MailText.fill("Dear {who}", Map.of()));
  }

  @Test
  void aKindWithoutTextsIsNotSent() {
    assertThrows(
        NotDeliverable.class, () -> MailText.of(Rows.mail("messaging.no_such_kind", Map.of())));
  }

  @Test
  void valuesCannotBreakOutOfTheHtml() throws NotDeliverable {
    MailText mail =
        MailText.of(
            Rows.mail(
                KIND,
                Map.of("name", "<b>{{button}}</b>", "link", "https://encore.example/x?a=1&b=2")));
    assertEquals("Hello <b>{{button}}</b>", mail.subject());
    assertTrue(mail.html().contains("&lt;b&gt;&#123;&#123;button}}&lt;/b&gt;"));
    assertTrue(mail.html().contains("href=\"https://encore.example/x?a=1&amp;b=2\""));
    assertTrue(mail.html().contains("line one<br>line two</p>"));
    assertFalse(mail.html().contains("{{"));
  }

  @Test
  void thePlainTextHoldsTheLinkToo() throws NotDeliverable {
    MailText mail =
        MailText.of(Rows.mail(KIND, Map.of("name", "Mika", "link", "https://encore.example/x")));
    assertTrue(mail.text().startsWith("Dear Mika,\n\nline one\nline two"));
    assertTrue(mail.text().contains("Open\nhttps://encore.example/x"));
  }

  @Test
  void onlyWebAddressesBecomeButtons() throws NotDeliverable {
    MailText mail =
        MailText.of(Rows.mail(KIND, Map.of("name", "Mika", "link", "javascript:alert(1)")));
    assertFalse(mail.html().contains("href"));
  }
}
