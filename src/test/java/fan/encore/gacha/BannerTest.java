package fan.encore.gacha;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BannerTest {

  private static final Instant OPENS = Instant.parse("2026-11-01T00:00:00Z");
  private static final Instant CLOSES = Instant.parse("2026-12-01T00:00:00Z");

  @Test
  void aBannerIsOpenFromItsFirstMomentToTheOneBeforeItsLast() {
    assertEquals(Phase.UPCOMING, banner(false).phase(OPENS.minusNanos(1)));
    assertEquals(Phase.OPEN, banner(false).phase(OPENS));
    assertEquals(Phase.OPEN, banner(false).phase(CLOSES.minusNanos(1)));
    assertEquals(Phase.CLOSED, banner(false).phase(CLOSES));
  }

  @Test
  void aWithdrawnBannerIsClosed() {
    assertEquals(Phase.CLOSED, banner(true).phase(OPENS));
  }

  @Test
  void itsDaysAreThoseOfItsZone() {
    long day = LocalDate.of(2026, 11, 10).toEpochDay();
    assertEquals(day, banner(false).day(Instant.parse("2026-11-10T14:59:59Z")));
    assertEquals(day + 1, banner(false).day(Instant.parse("2026-11-10T15:00:00Z")));
  }

  private static Banner banner(boolean withdrawn) {
    Rules rules =
        new Rules(
            Design.simple(
                "sky",
                "Asia/Tokyo",
                List.of("N"),
                List.of(Design.Entry.of("rain", "N", 1_000_000)),
                List.of(new Design.Price(1, 300), new Design.Price(10, 2_800))));
    return new Banner(
        1,
        "sky",
        "sky",
        ZoneId.of("Asia/Tokyo"),
        "luna",
        "Luna",
        "Sky",
        "",
        "",
        OPENS,
        CLOSES,
        withdrawn,
        new OddsVersion(1, 1, rules, Map.of(), Set.of(), OPENS, OPENS, -1));
  }
}
