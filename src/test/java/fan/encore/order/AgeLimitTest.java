package fan.encore.order;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class AgeLimitTest {

  private static final LocalDate DAY = LocalDate.of(2026, 12, 1);

  @Test
  void whoTurnsEighteenOnTheDayIsOldEnough() {
    assertFalse(AgeLimit.tooYoung(DAY.minusYears(18), DAY, 18));
    assertTrue(AgeLimit.tooYoung(DAY.minusYears(18).plusDays(1), DAY, 18));
  }

  @Test
  void whoToldNoBirthDateIsAskedAtTheDoor() {
    assertFalse(AgeLimit.tooYoung(null, DAY, 18));
  }
}
