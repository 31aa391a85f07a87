package fan.encore.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class EventPictureTest {

  @Test
  void theBytesDecideNotTheName() {
    byte[] png = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0};
    assertEquals("image/png", EventPicture.contentType(png, false));
    byte[] html = "<html><script>".getBytes(StandardCharsets.UTF_8);
    assertThrows(PictureRefused.class, () -> EventPicture.contentType(html, true));
  }

  @Test
  void drawingsAreForThoseWhomWeTrust() {
    byte[] svg = "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8);
    assertEquals("image/svg+xml", EventPicture.contentType(svg, true));
    assertThrows(PictureRefused.class, () -> EventPicture.contentType(svg, false));
  }

  @Test
  void aPictureHasALimit() {
    byte[] large = new byte[EventPicture.MAX_MEGABYTES * 1024 * 1024 + 1];
    PictureRefused refused =
        assertThrows(PictureRefused.class, () -> EventPicture.contentType(large, false));
    assertEquals("event.picture_too_large", refused.code());
  }
}
