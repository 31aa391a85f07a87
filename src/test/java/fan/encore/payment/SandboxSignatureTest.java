package fan.encore.payment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SandboxSignatureTest {

  /** Computed with {@code openssl dgst -sha256 -hmac whsec_test}. */
  private static final String VECTOR =
      "c89214b5b5da833daed6f0b8c5bb6bd58cea9022bd80ccc78230f3942d632925";

  private static final byte[] BODY = "{\"id\":\"evt_1\"}".getBytes(StandardCharsets.UTF_8);
  private static final Instant SIGNED = Instant.ofEpochSecond(1700000000);

  private final SandboxSignature signature = new SandboxSignature("whsec_test");

  @Test
  void theKnownVectorComesOut() {
    assertEquals(VECTOR, signature.sign("1700000000", BODY));
  }

  @Test
  void aSignedBodyFitsForFiveMinutesEitherWay() {
    String header = "t=1700000000,v1=" + VECTOR;
    assertTrue(signature.fits(header, BODY, SIGNED));
    assertTrue(signature.fits(header, BODY, SIGNED.plusSeconds(300)));
    assertTrue(signature.fits(header, BODY, SIGNED.minusSeconds(300)));
    assertFalse(signature.fits(header, BODY, SIGNED.plusSeconds(301)));
    assertFalse(signature.fits(header, BODY, SIGNED.minusSeconds(301)));
  }

  @Test
  void oneOfSeveralSignaturesIsEnough() {
    assertTrue(signature.fits("t=1700000000,v1=00,v0=" + VECTOR + ",v1=" + VECTOR, BODY, SIGNED));
  }

  @Test
  void anotherBodyAnotherTimeAnotherSecretOrNoHeaderDoNotFit() {
    String header = "t=1700000000,v1=" + VECTOR;
    byte[] other = "{\"id\":\"evt_2\"}".getBytes(StandardCharsets.UTF_8);
    assertFalse(signature.fits(header, other, SIGNED));
    assertFalse(signature.fits("t=1700000001,v1=" + VECTOR, BODY, SIGNED));
    assertFalse(new SandboxSignature("whsec_other").fits(header, BODY, SIGNED));
    assertFalse(signature.fits(null, BODY, SIGNED));
    assertFalse(signature.fits("", BODY, SIGNED));
    assertFalse(signature.fits("v1=" + VECTOR, BODY, SIGNED));
    assertFalse(signature.fits("t=,v1=" + VECTOR, BODY, SIGNED));
    assertFalse(signature.fits("t=x,v1=" + signature.sign("x", BODY), BODY, SIGNED));
  }
}
