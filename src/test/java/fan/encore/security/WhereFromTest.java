package fan.encore.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class WhereFromTest {

  @Test
  void neighboursShareAPrefix() {
    assertEquals(AddressPrefix.of("192.0.2.7"), AddressPrefix.of("192.0.2.250"));
    assertNotEquals(AddressPrefix.of("192.0.2.7"), AddressPrefix.of("192.0.3.7"));
    assertEquals(
        AddressPrefix.of("2001:db8:1:2:3:4:5:6"), AddressPrefix.of("2001:0DB8:0001:0002::1%eth0"));
    assertEquals(AddressPrefix.of("2001:db8::1"), AddressPrefix.of("2001:db8:0:0:9::1"));
    assertNotEquals(AddressPrefix.of("2001:db8:1:2::1"), AddressPrefix.of("2001:db8:1:3::1"));
    assertEquals(AddressPrefix.of(null), AddressPrefix.of(" "));
  }

  @Test
  void devicesAreNamedInAFewWords() {
    assertEquals(
        "Chrome, Windows",
        Device.of(
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Safari/537.36"));
    assertEquals(
        "Safari, iPhone",
        Device.of(
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1 (KHTML, like Gecko) Version/18.0 Safari/604.1"));
    assertEquals("curl", Device.of("curl/8.5.0"));
    assertNull(Device.of("<script>"));
    assertNull(Device.of(null));
  }

  @Test
  void theWaitIsSaidInWholeMinutes() {
    Instant now = Instant.parse("2026-11-21T10:00:00Z");
    assertEquals(1, AttemptLimit.minutesUntil(now.plusSeconds(5), now));
    assertEquals(15, AttemptLimit.minutesUntil(now.plusSeconds(900), now));
    assertEquals(15, AttemptLimit.minutesUntil(now.plusSeconds(841), now));
  }
}
