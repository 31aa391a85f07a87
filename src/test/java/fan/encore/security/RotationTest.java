package fan.encore.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import fan.encore.security.Rotation.Verdict;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RotationTest {

  private static final Instant USED = Instant.parse("2026-11-21T10:00:00Z");

  @Test
  void aLostAnswerIsGivenAgain() {
    assertEquals(Verdict.SAME_SUCCESSOR, Rotation.again(USED, false, USED.plusSeconds(10)));
    assertEquals(Rotation.successor("token", "salt"), Rotation.successor("token", "salt"));
  }

  @Test
  void afterTheGraceItIsAReuse() {
    assertEquals(Verdict.REUSED, Rotation.again(USED, false, USED.plusMillis(10_001)));
  }

  @Test
  void whoHasUsedTheSuccessorDidNotLoseIt() {
    assertEquals(Verdict.REUSED, Rotation.again(USED, true, USED.plusSeconds(1)));
  }

  @Test
  void theSuccessorNeedsBothTokenAndSalt() {
    assertNotEquals(Rotation.successor("token", "salt"), Rotation.successor("other", "salt"));
    assertNotEquals(Rotation.successor("token", "salt"), Rotation.successor("token", "other"));
  }
}
