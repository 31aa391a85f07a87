package fan.encore.program;

import fan.encore.program.Program.Answer;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody at the pages without a browser: forms and cookies by hand. */
final class Visitor {

  private static final Pattern VIEW_STATE =
      Pattern.compile("name=\"jakarta\\.faces\\.ViewState\"[^>]* value=\"([^\"]+)\"");

  private Visitor() {}

  /** The same program with the cookie of somebody who signed in at the page. */
  static Program signedIn(Program stranger, String email, String password) {
    Answer form = stranger.get("/sign-in").expect(200);
    return stranger.with("Cookie", pair(cookie(signIn(stranger, form, email, password), "encore")));
  }

  /** Sends the form as a browser without scripts does. */
  static Answer signIn(Program stranger, Answer form, String email, String password) {
    Matcher state = VIEW_STATE.matcher(form.text());
    if (!state.find()) {
      throw new AssertionError("No form in " + form.text());
    }
    String body =
        String.join(
            "&",
            "signIn=signIn",
            "signIn%3Aemail=" + encoded(email),
            "signIn%3Apassword=" + encoded(password),
            "signIn%3Asubmit=",
            "jakarta.faces.ViewState=" + encoded(state.group(1)));
    return stranger
        .with("Cookie", pair(cookie(form, "JSESSIONID")))
        .send(
            "POST", "/sign-in", "application/x-www-form-urlencoded", BodyPublishers.ofString(body))
        .expect(302);
  }

  static String cookie(Answer answer, String name) {
    return answer.headers().allValues("Set-Cookie").stream()
        .filter(value -> value.startsWith(name + "="))
        .findFirst()
        .orElseThrow(() -> new AssertionError("No cookie " + name + " from " + answer.request()));
  }

  /** Name and value, without flags. */
  static String pair(String cookie) {
    return cookie.split(";")[0];
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
