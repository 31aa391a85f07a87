package fan.encore.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PicturesTest {

  @Test
  void theBytesDecideNotTheName() {
    byte[] png = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0};
    assertEquals("image/png", Pictures.shown(png, false));
    byte[] html = "<html><script>".getBytes(StandardCharsets.UTF_8);
    assertThrows(PictureRefused.class, () -> Pictures.shown(html, true));
  }

  @Test
  void drawingsAreForThoseWhomWeTrust() {
    byte[] svg = "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8);
    assertEquals("image/svg+xml", Pictures.shown(svg, true));
    assertThrows(PictureRefused.class, () -> Pictures.shown(svg, false));
  }

  @Test
  void aPictureHasALimit() {
    byte[] large = new byte[Pictures.MAX_MEGABYTES * 1024 * 1024 + 1];
    PictureRefused refused = assertThrows(PictureRefused.class, () -> Pictures.shown(large, false));
    assertEquals("storage.picture_too_large", refused.code());
  }
}
