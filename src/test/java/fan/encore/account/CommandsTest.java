package fan.encore.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class CommandsTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-21T00:00:00Z"), ZoneOffset.UTC);

  @Test
  void whatIsTypedIsTidiedUp() {
    Register register = new Register("  Yuki@Fans.Example ", "secret words", " Yuki ", null);
    assertEquals("yuki@fans.example", register.email());
    assertEquals("Yuki", register.displayName());
    assertEquals("en", register.language());
    UpdateProfile profile = new UpdateProfile("Yuki", null, "jp", "ja", "+81 (90) 1234-5678");
    assertEquals("JP", profile.country());
    assertEquals("+819012345678", profile.phone());
    assertNull(new UpdateProfile("Yuki", null, " ", "ja", " ").phone());
  }

  @Test
  void addressesAreThoseOfTheHtmlStandardWithADomain() {
    assertTrue("yuki.tanaka+encore@mail.fans.example".matches(Formats.EMAIL));
    assertTrue("a@xn--fsq.xn--p1ai".matches(Formats.EMAIL));
    assertFalse("yuki@localhost".matches(Formats.EMAIL));
    assertFalse("yuki tanaka@fans.example".matches(Formats.EMAIL));
    assertFalse("yuki@fans..example".matches(Formats.EMAIL));
    assertFalse("yuki@fans.example\r\nBcc: x@y.example".matches(Formats.EMAIL));
  }

  @Test
  void namesMayNotTurnTheWritingAround() {
    assertTrue("佐藤 ゆき 🎸".matches(Formats.NAME));
    assertFalse("Yuki\u202Eikuy".matches(Formats.NAME));
    assertFalse("Yuki\nTanaka".matches(Formats.NAME));
  }

  @Test
  void noCommandSaysAPassword() {
    assertFalse(
        new Register("a@b.example", "secret words", "Yuki", "en").toString().contains("secret"));
  }

  @Test
  void onlyASuspendedOrUnconfirmedAccountBecomesActive() {
    Account account = new Account(new Register("a@b.example", "secret words", "Yuki", "en"), CLOCK);
    assertEquals(AccountStatus.UNCONFIRMED, account.status());
    account.confirm();
    assertThrows(StatusRefused.class, account::confirm);
    account.suspend("spam");
    assertThrows(StatusRefused.class, () -> account.suspend("again"));
    account.reinstate();
    assertNull(account.suspendedReason());
    assertThrows(IllegalArgumentException.class, () -> account.grant(Role.SYSTEM));
  }
}
