package fan.encore.ticket;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The written form of a QR code's content. */
class SealedCodeTest {

  private static final byte[] SIGNATURE = new byte[SealedCode.SIGNATURE_BYTES];

  static {
    new Random(7).nextBytes(SIGNATURE);
  }

  private final SealedCode given = new SealedCode(12, "T7K3M9QX2ABCD", 3, null, null, SIGNATURE);

  @Test
  void whatWasWrittenIsReadBack() {
    SealedCode read = SealedCode.parse(given.text()).orElseThrow();
    assertEquals(12, read.keyId());
    assertEquals("T7K3M9QX2ABCD", read.code());
    assertEquals(3, read.issue());
    assertArrayEquals(SIGNATURE, read.signature());
  }

  @Test
  void aRotatingCodeCarriesItsHalfMinuteAndItsProof() {
    byte[] mac = RotatingSecret.mac(new byte[32], 59_000_000);
    SealedCode rotating = new SealedCode(40_000, "T7K3M9QX2ABCD", 3, 59_000_000L, mac, SIGNATURE);
    SealedCode read = SealedCode.parse(rotating.text().toLowerCase(Locale.ROOT)).orElseThrow();
    assertEquals(59_000_000L, read.window());
    assertArrayEquals(mac, read.mac());
    assertArrayEquals(SIGNATURE, read.signature());
    assertTrue(rotating.text().startsWith("ENC2.40000.T7K3M9QX2ABCD.3.59000000."));
    assertTrue(QrCode.of(rotating.text()).size() <= 49, "coarse enough for a cheap camera");
    assertEquals(Optional.empty(), SealedCode.parse(rotating.text().replace("ENC2", "ENC1")));
  }

  @Test
  void scannersThatTypeInSmallLettersAreUnderstood() {
    assertTrue(SealedCode.parse("  " + given.text().toLowerCase(Locale.ROOT) + "\n").isPresent());
  }

  @Test
  void onlyCharactersOfTheCoarseModeAreUsed() {
    assertTrue(given.text().matches("[0-9A-Z $%*+./:-]+"));
    assertEquals(
        41, QrCode.of(new SealedCode(1, "T7K3M9QX2ABCD", 1, null, null, SIGNATURE).text()).size());
  }

  @Test
  void anythingElseIsNotOurs() {
    String text = given.text();
    for (String other :
        new String[] {
          "",
          "T7K3M9QX2ABCD",
          "https://example.org/",
          text.substring(0, text.length() - 1),
          text + "0",
          text.replace("ENC1", "ENC2"),
          text.replace("T7K3M9QX2ABCD", "X7K3M9QX2ABCD"),
          text.substring(0, text.length() - 1) + "Z",
          text.substring(0, text.length() - 1) + "U"
        }) {
      assertEquals(Optional.empty(), SealedCode.parse(other).map(SealedCode::code), other);
    }
  }
}
