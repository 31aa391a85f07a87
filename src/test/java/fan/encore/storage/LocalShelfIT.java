package fan.encore.storage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fan.encore.local.LocalDatabase;
import fan.encore.shared.Sql;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Links to files in our own database: whose they are, and how long they live. */
class LocalShelfIT {

  private static final Instant NOW = Instant.parse("2026-11-21T03:00:00Z");
  private static final Duration LIFE = Duration.ofMinutes(5);
  private static final byte[] SONG = {1, 2, 3};

  @TempDir private static Path dir;

  private static LocalDatabase database;
  private static Sql sql;
  private static URI link;

  @BeforeAll
  static void start() throws Exception {
    database = LocalDatabase.start(dir, 0);
    database.migrate(LocalDatabase.NAME);
    sql = new Sql(database.appDataSource(LocalDatabase.NAME));
    shelf(NOW).put("item/song.wav", "audio/wav", SONG);
    shelf(NOW).put("item/other.wav", "audio/wav", SONG);
    link = shelf(NOW).link("item/song.wav", "夜の歌 1.wav", LIFE);
  }

  @AfterAll
  static void stop() throws Exception {
    database.close();
  }

  @Test
  void aLinkGivesItsFileUntilItsLifeIsOver() {
    assertTrue(open(NOW, Map.of()).isPresent());
    assertArrayEquals(SONG, open(NOW.plus(LIFE).minusSeconds(1), Map.of()).orElseThrow().bytes());
    assertEquals(Optional.empty(), open(NOW.plus(LIFE), Map.of()));
  }

  @Test
  void aLinkThatSomebodyChangedGivesNothing() {
    long until = NOW.plus(LIFE).getEpochSecond();
    for (Map<String, String> change :
        Arrays.asList(
            Map.of("key", "item/other.wav"),
            Map.of("name", "virus.exe"),
            Map.of("until", Long.toString(until + 86_400)),
            Map.of("signature", "00".repeat(32)),
            Map.of("signature", ""))) {
      assertEquals(Optional.empty(), open(NOW, change), change.toString());
    }
  }

  @Test
  void anotherNodeKnowsTheLinkToo() {
    assertEquals(link, shelf(NOW).link("item/song.wav", "夜の歌 1.wav", LIFE));
  }

  private static LocalShelf shelf(Instant now) {
    Clock clock = Clock.fixed(now, ZoneOffset.UTC);
    return new LocalShelf(new Storage(sql, clock), sql, clock);
  }

  /** Opens the link, with some of its parts replaced. */
  private static Optional<StoredFile> open(Instant at, Map<String, String> changes) {
    Map<String, String> parts =
        Arrays.stream(link.getRawQuery().split("&"))
            .map(part -> part.split("=", 2))
            .collect(
                Collectors.toMap(
                    part -> part[0], part -> URLDecoder.decode(part[1], StandardCharsets.UTF_8)));
    parts.put("key", link.getPath().substring(LocalShelf.PATH.length()));
    parts.putAll(changes);
    return shelf(at)
        .open(
            parts.get("key"),
            parts.get("name"),
            Long.parseLong(parts.get("until")),
            parts.get("signature"));
  }
}
