package fan.encore.program;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fan.encore.local.RunningEncore;
import fan.encore.local.sim.SimulatorClient;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Somebody is invited to an event's team, and may there what she was permitted and no more. */
class TeamProgramIT {

  private static final String CHECK_INS = "/api/v1/check-ins";

  private final RunningEncore encore = RunningEncore.get();
  private final Program stranger = new Program(encore.url());
  private final Program organizer =
      stranger.signedIn("organizer@encore.example", "encore-demo-2026");
  private final String slug = new Studio(organizer).publishes("An Evening with a Team");
  private final String team = Studio.EVENTS + "/" + slug + "/team";

  @Test
  void whoIsInvitedMayScanAndNothingElse() {
    Fan helper = Fan.join(encore, "Emi");
    Fan other = Fan.join(encore, "Aki");
    helper.program().post(CHECK_INS, scan()).expect(403);
    organizer.post(team, invitation(helper.email())).expect(201);
    organizer.post(team, invitation(helper.email())).expect(409, "team.already_on");
    JsonObject token = Json.createObjectBuilder().add("token", token(helper.email())).build();
    other.program().post("/api/v1/team-invitations", token).expect(422, "team.invitation_refused");
    JsonObject joined = helper.program().post("/api/v1/team-invitations", token).expect(200).json();
    assertEquals(slug, joined.getString("event"));
    helper.program().post("/api/v1/team-invitations", token).expect(422, "team.invitation_refused");
    assertEquals(
        "UNKNOWN",
        helper.program().post(CHECK_INS, scan()).expect(200).json().getString("outcome"));
    mayNothingElse(helper.program());
    JsonObject member = organizer.get(team).expect(200).array().getJsonObject(0);
    assertEquals("Emi", member.getString("name"));
    organizer.delete(team + "/" + member.getInt("id")).expect(204);
    helper.program().post(CHECK_INS, scan()).expect(403);
    organizer.delete(team + "/" + member.getInt("id")).expect(404, "team.member_not_found");
  }

  private void mayNothingElse(Program helper) {
    String elsewhere = new Studio(organizer).publishes("An Evening without her");
    helper.get(CHECK_INS + "?event=" + elsewhere).expect(404, "checkin.event_not_found");
    helper.get(CHECK_INS + "/devices?event=" + slug).expect(404, "checkin.event_not_found");
    helper.get(Studio.EVENTS + "/" + slug + "/sales").expect(404, "event.not_found");
    helper.get(team).expect(403);
    helper.post("/api/v1/studio/venues", Studio.hall().build()).expect(403);
    helper.post(Studio.EVENTS, Studio.event("Mine", "none").build()).expect(403);
    JsonObject more =
        Json.createObjectBuilder()
            .add("permissions", Json.createArrayBuilder().add("CHECK_IN").add("DOOR"))
            .build();
    int id = organizer.get(team).expect(200).array().getJsonObject(0).getInt("id");
    organizer.put(team + "/" + id, more).expect(204);
    helper.get(CHECK_INS + "/devices?event=" + slug).expect(200);
  }

  private String token(String email) {
    return SimulatorClient.await(
            () ->
                encore.simulator().mails(email).stream()
                    .flatMap(
                        mail -> mail.getJsonArray("links").getValuesAs(JsonString.class).stream())
                    .map(JsonString::getString)
                    .filter(link -> link.contains("/my/team?token="))
                    .map(link -> link.substring(link.indexOf("token=") + "token=".length()))
                    .map(found -> Json.createObjectBuilder().add("token", found).build())
                    .toList(),
            Fan.PATIENCE)
        .get(0)
        .getString("token");
  }

  private static JsonObject invitation(String email) {
    return Json.createObjectBuilder()
        .add("email", email)
        .add("permissions", Json.createArrayBuilder(List.of("CHECK_IN")))
        .build();
  }

  private JsonObject scan() {
    return Json.createObjectBuilder()
        .add("qr", "NOT-A-TICKET")
        .add("gate", "North")
        .add("nonce", UUID.randomUUID().toString())
        .add("event", slug)
        .build();
  }
}
