package fan.encore.app.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fan.encore.collection.Rarity;
import fan.encore.event.EventCategory;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;

class DemoArtTest {

  private static final int MOST_BYTES = 8 * 1024;

  @Test
  void everyPictureIsSmallWellFormedAndWithoutScript() throws Exception {
    for (String picture : pictures()) {
      byte[] bytes = picture.getBytes(StandardCharsets.UTF_8);
      assertTrue(bytes.length < MOST_BYTES, bytes.length + " bytes");
      assertTrue(picture.startsWith("<svg ") && !picture.contains("script"));
      DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new ByteArrayInputStream(bytes));
    }
  }

  @Test
  void theSameSeedDrawsTheSamePicture() {
    assertEquals(pictures(), pictures());
    assertNotEquals(DemoArt.artist("adaeze"), DemoArt.artist("luna-verde"));
  }

  @Test
  void thePrizesOfABannerAreDifferentThings() {
    assertEquals(
        13,
        Stream.of("SSR 1-3", "SR 1-3", "R 1-3", "N 1-4")
            .flatMap(DemoArtTest::kinds)
            .distinct()
            .count());
  }

  private static Stream<Integer> kinds(String shelf) {
    String rarity = shelf.substring(0, shelf.indexOf(' '));
    int last = shelf.charAt(shelf.length() - 1) - '0';
    return IntStream.rangeClosed(1, last)
        .mapToObj(number -> Trinkets.kind(rarity, "banner", "banner-x-" + number));
  }

  private static List<String> pictures() {
    List<String> pictures = new ArrayList<>();
    for (String seed :
        List.of("hoshino-akari", "the-paper-lanterns", "dj-halcyon", "a", "mio-and-x")) {
      pictures.add(DemoArt.artist(seed));
      pictures.add(DemoArt.banner(seed));
      for (EventCategory category : EventCategory.values()) {
        pictures.add(DemoArt.event(seed, category.name()));
      }
      for (Rarity rarity : Rarity.values()) {
        pictures.add(DemoArt.prize(rarity.name(), seed + "-r-1"));
      }
    }
    return pictures;
  }
}
