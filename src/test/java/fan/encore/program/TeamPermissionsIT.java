package fan.encore.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fan.encore.local.RunningEncore;
import fan.encore.local.sim.SimulatorClient;
import fan.encore.program.Program.Answer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** With each permission of an event's team exactly those routes and pages open that it is for. */
class TeamPermissionsIT {

  private static final List<String> PERMISSIONS =
      List.of("EDIT", "ORDERS", "SELL", "REFUNDS", "REPORTS", "DOOR", "CHECK_IN");
  private static final Set<String> UNKNOWN_EVENT =
      Set.of("event.not_found", "checkin.event_not_found");

  private final RunningEncore encore = RunningEncore.get();
  private final Program stranger = new Program(encore.url());
  private final Program organizer =
      stranger.signedIn("organizer@encore.example", "encore-demo-2026");
  private final Studio studio = new Studio(organizer);
  private final String venue = studio.venue();
  private final String slug = studio.publishes("An Evening of Many Hands");
  private final String team = Studio.EVENTS + "/" + slug + "/team";
  private final Fan helper = Fan.join(encore, "Emi");

  @Test
  void everyRouteOfTheApiAsksForItsPermission() {
    String order = Fan.join(encore, "Aki").buys(encore, slug, "standing", 1);
    joins();
    List<String> wrong = new ArrayList<>();
    for (String permission : PERMISSIONS) {
      permits(permission);
      for (TeamRoutes route : TeamRoutes.api()) {
        Answer answer = call(helper.program(), filled(route, order));
        boolean expected = route.permissions().contains(permission);
        if (expected == refused(answer) || answer.status() >= 500) {
          wrong.add(permission + " " + answer.request() + " " + answer.status() + answer.text());
        }
      }
    }
    Program rival = stranger.signedIn("promoter@encore.example", "encore-demo-2026");
    for (TeamRoutes route : TeamRoutes.api()) {
      if (route.path().startsWith("{e}")) {
        Answer answer = call(rival, filled(route, order));
        if (!refused(answer)) {
          wrong.add("rival " + answer.request() + " " + answer.status() + answer.text());
        }
      }
    }
    assertEquals(List.of(), wrong);
  }

  @Test
  void everyPageOfTheStudioAsksForItsPermission() {
    String order = Fan.join(encore, "Aki").buys(encore, slug, "standing", 1);
    joins();
    Program browser = Visitor.signedIn(stranger, helper.email(), helper.password());
    List<String> wrong = new ArrayList<>();
    for (String permission : PERMISSIONS) {
      permits(permission);
      for (TeamRoutes route : TeamRoutes.pages()) {
        Answer answer = browser.get(filled(route, order).path());
        int expected = route.permissions().contains(permission) ? 200 : 404;
        boolean cut = answer.header("Content-Type").contains("html") && cut(answer.text());
        if (answer.status() != expected || cut) {
          wrong.add(permission + " " + answer.request() + " " + answer.status());
        }
      }
      Answer event = browser.get("/studio/event?slug=" + slug);
      assertEquals(permission.equals("EDIT") ? 200 : 302, event.status(), permission);
    }
    assertEquals(List.of(), wrong);
  }

  /** Whether an error has ended a page in the middle. */
  private static boolean cut(String page) {
    return page.contains("<html") && !page.contains("</html>");
  }

  @Test
  void aTeamSeesItsEventsAndTheOrdersThatItMaySee() {
    String order = Fan.join(encore, "Aki").buys(encore, slug, "standing", 1);
    joins();
    permits("REPORTS");
    assertEquals(List.of(slug), items(Studio.EVENTS, "slug"));
    assertEquals(List.of(), items("/api/v1/studio/orders", "code"));
    permits("ORDERS");
    assertEquals(List.of(order), items("/api/v1/studio/orders", "code"));
    permits("SELL");
    assertEquals(List.of(), items("/api/v1/studio/orders", "code"));
    JsonObject sale =
        Json.createObjectBuilder()
            .add(
                "lines",
                Json.createArrayBuilder()
                    .add(
                        Json.createObjectBuilder()
                            .add("ticketType", "standing")
                            .add("quantity", 1)))
            .add("paid", "CASH")
            .add("holderName", "Guest")
            .build();
    String sold =
        helper
            .program()
            .once()
            .post(Studio.EVENTS + "/" + slug + "/hand-sales", sale)
            .expect(201)
            .json()
            .getString("code");
    helper.program().get("/api/v1/studio/orders/" + sold).expect(200);
    helper.program().get("/api/v1/studio/orders/" + order).expect(404, "event.not_found");
  }

  /** Calling off pays everybody back, so that one has to be allowed both. */
  @Test
  void whoMayEditAndRefundMayCallOff() {
    joins();
    permits("EDIT", "REFUNDS");
    JsonObject words = Json.createObjectBuilder().add("words", "Storm").build();
    helper.program().post(Studio.EVENTS + "/" + slug + "/cancellation", words).expect(200);
    assertEquals(
        "CANCELLED",
        organizer.get(Studio.EVENTS + "/" + slug).expect(200).json().getString("status"));
  }

  private List<String> items(String path, String name) {
    return helper.program().get(path).expect(200).json().getJsonArray("items").stream()
        .map(item -> item.asJsonObject().getString(name))
        .toList();
  }

  private TeamRoutes filled(TeamRoutes route, String order) {
    int version = organizer.get(Studio.EVENTS + "/" + slug).expect(200).json().getInt("version", 0);
    JsonObject draft = Studio.event("Many Hands", venue).add("version", version).build();
    return route
        .with("e", Studio.EVENTS + "/" + slug)
        .with("slug", slug)
        .with("order", order)
        .with("nonce", UUID.randomUUID().toString())
        .with("draft", draft.toString())
        .with("type", Studio.ticketType(30).build().toString());
  }

  private static Answer call(Program program, TeamRoutes route) {
    String body = route.body();
    return program
        .once()
        .send(
            route.method(),
            route.path(),
            body.isEmpty() ? null : "application/json",
            body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
  }

  private static boolean refused(Answer answer) {
    return answer.status() == 403
        || answer.status() == 404
            && answer.header("Content-Type").contains("problem")
            && UNKNOWN_EVENT.contains(answer.json().getString("code"));
  }

  private void joins() {
    organizer.post(team, invitation()).expect(201);
    List<JsonObject> tokens =
        SimulatorClient.await(
            () ->
                encore.simulator().mails(helper.email()).stream()
                    .flatMap(
                        mail -> mail.getJsonArray("links").getValuesAs(JsonString.class).stream())
                    .map(JsonString::getString)
                    .filter(link -> link.contains("/my/team?token="))
                    .map(link -> link.substring(link.indexOf("token=") + "token=".length()))
                    .map(found -> Json.createObjectBuilder().add("token", found).build())
                    .toList(),
            Fan.PATIENCE);
    helper.program().post("/api/v1/team-invitations", tokens.get(0)).expect(200);
    assertTrue(organizer.get(team).expect(200).array().size() == 1);
  }

  private JsonObject invitation() {
    return Json.createObjectBuilder()
        .add("email", helper.email())
        .add("permissions", Json.createArrayBuilder(List.of("CHECK_IN")))
        .build();
  }

  private void permits(String... permissions) {
    int member = organizer.get(team).expect(200).array().getJsonObject(0).getInt("id");
    JsonObject wish =
        Json.createObjectBuilder()
            .add("permissions", Json.createArrayBuilder(List.of(permissions)))
            .build();
    organizer.put(team + "/" + member, wish).expect(204);
  }
}
