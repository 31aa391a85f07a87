package fan.encore.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fan.encore.local.RunningEncore;
import fan.encore.program.Program.Answer;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a stranger with a bad mind sees: headers everywhere, nothing of the inside anywhere. */
class SecurityIT {

  private static final Pattern INSIDE =
      Pattern.compile(
          "Exception|java\\.lang|fan\\.encore|org\\.glassfish|com\\.sun|Payara| from encore\\.|PSQL|<h1>HTTP Status");

  private final RunningEncore encore = RunningEncore.get();
  private final Program stranger = new Program(encore.url());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/event/search",
        "/event/search?page=abc&from=never&category=NONE",
        "/event/detail?slug=no-such-event",
        "/gacha/list",
        "/gacha/banner?code=no-such-banner",
        "/artist/list",
        "/shop/diamonds?currency=XXX",
        "/sign-in",
        "/register",
        "/confirm?token=wrong",
        "/nothing",
        "/nothing.xhtml",
        "/event/search?text=%00",
        "/event/detail?slug=%00",
        "/media/public/nothing.png",
        "/jakarta.faces.resource/nothing.css?ln=encore",
        "/api/v1/events",
        "/api/v1/events?page=abc",
        "/api/v1/nothing",
        "/api/v1/me",
        "/my/wallet",
        "/openapi",
        "/health/ready"
      })
  void everyAnswerIsGuardedAndTellsNothingOfTheInside(String path) {
    Answer answer = stranger.get(path);
    assertTrue(answer.status() < 500, path + " answered " + answer.status());
    assertTrue(answer.header("Content-Security-Policy").contains("default-src 'self'"), path);
    assertFalse(answer.header("Content-Security-Policy").contains("unsafe-eval"), path);
    assertEquals("nosniff", answer.header("X-Content-Type-Options"), path);
    assertEquals("DENY", answer.header("X-Frame-Options"), path);
    assertFalse(answer.header("Referrer-Policy").isEmpty(), path);
    assertEquals("", answer.header("X-Powered-By"), path);
    assertEquals("", answer.header("Server"), path);
    if (!path.equals("/openapi")) {
      Matcher inside = INSIDE.matcher(answer.text());
      assertFalse(inside.find(), () -> path + " tells " + inside.group());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/nothing", "/event/detail?slug=no-such-event", "/artist/detail?code=no"})
  void whatIsNotThereIsNotFoundInOurOwnWords(String path) {
    Answer answer = stranger.get(path).expect(404);
    assertTrue(answer.text().contains("Encore"), path);
    // As XHTML its icons were elements of no vocabulary, and nothing was drawn.
    assertTrue(answer.header("Content-Type").startsWith("text/html"), path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/event/search", "/gacha/list", "/artist/list", "/shop/diamonds", "/nothing"})
  void publicPagesSetNoCookie(String path) {
    assertEquals(List.of(), stranger.get(path).headers().allValues("Set-Cookie"), path);
  }

  @Test
  void strangersAreSentToSignInAndComeBack() {
    for (String path : List.of("/my/wallet", "/studio/events", "/admin/audit", "/finance/x")) {
      Answer answer = stranger.get(path).expect(302);
      String here = URLEncoder.encode(path, StandardCharsets.UTF_8);
      assertTrue(answer.header("Location").endsWith("/sign-in?next=" + here), path);
    }
  }

  @Test
  void aFanFindsNoConsoles() {
    Program fan = browser(Fan.join(encore, "Eve"));
    fan.get("/my/wallet").expect(200);
    for (String path : List.of("/studio/events", "/admin/accounts", "/finance/reports")) {
      fan.get(path).expect(404);
    }
  }

  @Test
  void personalPagesAreKeptNowhere() {
    Program fan = browser(Fan.join(encore, "Ito"));
    for (String path : List.of("/my/wallet", "/my/tickets", "/my/profile", "/my/orders")) {
      assertTrue(fan.get(path).expect(200).header("Cache-Control").contains("no-store"), path);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/event/search", "/artist/list", "/shop/diamonds", "/about"})
  void onlyWhatEverybodySeesIsKeptByCachesBetween(String path) {
    Answer everybody = stranger.get(path).expect(200);
    assertEquals("public, max-age=0, s-maxage=30", everybody.header("Cache-Control"), path);
    String vary = String.join(",", everybody.headers().allValues("Vary"));
    assertTrue(vary.contains("Cookie") && vary.contains("Accept-Language"), path + ": " + vary);
    String japanese = stranger.with("Cookie", "lang=ja").get(path).header("Cache-Control");
    assertTrue(japanese.startsWith("public"), path);
    String known = stranger.with("Cookie", "lang=ja; encore=x").get(path).header("Cache-Control");
    assertEquals("no-store", known, path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/gacha/list",
        "/sign-in",
        "/confirm?token=wrong",
        "/nothing",
        "/event/detail?slug=no-such-event",
        "/my/wallet",
        "/api/v1/banners"
      })
  void nothingElseIsKept(String path) {
    assertEquals("no-store", stranger.get(path).header("Cache-Control"), path);
  }

  @Test
  void theCookieOfASignInCannotBeReadAndTheSessionIsNew() {
    Answer before = stranger.get("/sign-in").expect(200);
    Fan fan = Fan.join(encore, "Uta");
    Answer after = Visitor.signIn(stranger, before, fan.email(), fan.password());
    String signedIn = Visitor.cookie(after, "encore");
    assertTrue(signedIn.contains("HttpOnly"), signedIn);
    assertTrue(signedIn.contains("SameSite=Lax"), signedIn);
    assertTrue(signedIn.contains("Path=/"), signedIn);
    assertTrue(Visitor.pair(signedIn).length() >= "encore=".length() + 43, "256 bits");
    assertNotEquals(
        Visitor.pair(Visitor.cookie(before, "JSESSIONID")),
        Visitor.pair(Visitor.cookie(after, "JSESSIONID")));
  }

  @Test
  void aFormFromElsewhereDoesNothing() {
    Fan fan = Fan.join(encore, "Oto");
    Answer forged =
        browser(fan)
            .send(
                "POST",
                "/my/profile",
                "application/x-www-form-urlencoded",
                BodyPublishers.ofString(
                    "profile=profile&profile:displayName=Forged&profile:save="));
    assertTrue(forged.status() != 500, forged.text());
    assertEquals("Oto", fan.program().get("/api/v1/me").json().getString("displayName"));
  }

  @Test
  void aWebhookWithoutSignatureIsRefused() {
    stranger.post("/api/v1/webhooks/sandbox").expect(400);
    stranger.post("/api/v1/webhooks/nobody").expect(404);
  }

  @Test
  void thisMachineMayReadTheMetrics() {
    assertTrue(stranger.get("/metrics").expect(200).text().contains("encore"));
  }

  private Program browser(Fan fan) {
    return Visitor.signedIn(stranger, fan.email(), fan.password());
  }
}
