package fan.encore.program;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fan.encore.local.RunningEncore;
import fan.encore.program.Program.Answer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** Strangers read events from memory, and never what is wrong by then or meant for others. */
class AnswerCacheIT {

  private static final String EVENTS = "/api/v1/events/";

  private final RunningEncore encore = RunningEncore.get();
  private final Program stranger = new Program(encore.url());
  private final Studio studio =
      new Studio(
          new Program(encore.url()).signedIn("organizer@encore.example", "encore-demo-2026"));

  @Test
  void whatAnOrganizerChangesIsSeenByTheNextReader() {
    String slug = studio.publishes("The Kept Evening");
    String page = "/event/detail?slug=" + slug;
    String path = EVENTS + slug;
    assertTrue(stranger.get(page).expect(200).text().contains("The Kept Evening"));
    assertEquals("The Kept Evening", title(stranger.get(path)));
    for (int edit = 1; edit <= 5; edit++) {
      String now = "The Changed Evening " + edit;
      rename(slug, now);
      assertEquals(now, title(stranger.get(path)));
      assertTrue(stranger.get(page).text().contains(now), now);
      assertTrue(stranger.get("/event/search?text=Changed").text().contains(now), now);
    }
  }

  @Test
  void aReaderInAnotherLanguageAndOneWhoIsSignedInGetTheirOwn() {
    String slug = studio.publishes("The Evening of Two Tongues");
    String page = "/event/detail?slug=" + slug;
    assertTrue(stranger.get(page).text().contains("lang=\"en\""));
    assertTrue(stranger.with("Cookie", "lang=ja").get(page).text().contains("lang=\"ja\""));
    Program fan = browser(Fan.join(encore, "Aya"));
    assertFalse(stranger.get(page).text().contains("/sign-out"));
    assertTrue(fan.get(page).text().contains("/sign-out"));
    assertFalse(stranger.get(page).text().contains("/sign-out"));
  }

  @Test
  void whatTheReaderHasIsNotSentAgainAndPackedIsTheSame() throws IOException {
    String path = EVENTS + studio.publishes("The Light Evening");
    Answer whole = stranger.get(path).expect(200);
    String tag = whole.header("ETag");
    Answer again = stranger.with("If-None-Match", tag).get(path).expect(304);
    assertEquals("", again.text());
    Answer packed = stranger.with("Accept-Encoding", "gzip").get(path).expect(200);
    assertEquals("gzip", packed.header("Content-Encoding"));
    try (var plain = new GZIPInputStream(new ByteArrayInputStream(packed.body()))) {
      assertArrayEquals(whole.body(), plain.readAllBytes());
    }
  }

  @Test
  void whatDoesNotExistIsNotKeptAndSaysSo() {
    String path = EVENTS + "no-such-evening";
    for (int time = 0; time < 2; time++) {
      stranger.get(path).expect(404, "event.not_found");
    }
    assertEquals("no-store", stranger.get(path).header("Cache-Control"));
  }

  private Program browser(Fan fan) {
    return Visitor.signedIn(stranger, fan.email(), fan.password());
  }

  private void rename(String slug, String title) {
    String path = Studio.EVENTS + "/" + slug;
    String venue =
        studio.program().get(path).expect(200).json().getJsonObject("venue").getString("code");
    studio.program().put(path, Studio.event(title, venue).build()).expect(200);
  }

  private static String title(Answer answer) {
    return answer.expect(200).json().getString("title");
  }
}
