package fan.encore.messaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class MasksTest {

  @Test
  void recipientsAreRecognisableButNotReadable() {
    assertEquals("m•••@example.org", Masks.recipient("mika@example.org"));
    assertEquals("+81•••678", Masks.recipient("+819012345678"));
    assertEquals("•••", Masks.recipient("12345"));
    assertEquals("", Masks.recipient(""));
  }

  @Test
  void problemsLoseTheAddressesThatServersQuote() {
    String problem =
        Masks.problem(
            new IOException(
                "550 5.1.1 <mika@example.org>: no such user;\r\n call +81 90-1234-5678"));
    assertEquals("IOException: 550 5.1.1 <•••>: no such user; call •••", problem);
  }

  @Test
  void hopelessProblemsSpeakForThemselves() {
    assertEquals(
        "SMS is not configured", Masks.problem(new NotDeliverable("SMS is not configured")));
    assertEquals("IOException", Masks.problem(new IOException()));
  }

  @Test
  void longProblemsAreCut() {
    String problem = Masks.problem(new IOException("x".repeat(5000)));
    assertTrue(problem.length() <= 500);
    assertFalse(problem.isEmpty());
  }
}
