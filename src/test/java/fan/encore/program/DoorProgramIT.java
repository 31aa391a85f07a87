package fan.encore.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fan.encore.local.RunningEncore;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The door for programs: devices that do nothing else, lists, scans that come late. */
class DoorProgramIT {

  private static final String CHECK_INS = "/api/v1/check-ins";

  private final RunningEncore encore = RunningEncore.get();
  private final Program stranger = new Program(encore.url());
  private final Program organizer =
      stranger.signedIn("organizer@encore.example", "encore-demo-2026");
  private final String slug = new Studio(organizer).publishes("An Evening at the Door");
  private final String at = "?event=" + slug;

  @Test
  void aDeviceIsEnrolledOnceAndDoesNothingElse() {
    JsonObject invited = invite("North gate");
    JsonObject code = Json.createObjectBuilder().add("code", invited.getString("code")).build();
    JsonObject enrolled = stranger.post(CHECK_INS + "/enrolments", code).expect(201).json();
    stranger.post(CHECK_INS + "/enrolments", code).expect(422, "checkin.enrolment_refused");
    assertEquals(slug, enrolled.getString("event"));
    Program device = stranger.bearing(enrolled.getString("token"));
    assertEquals(
        "main",
        device
            .get(CHECK_INS + "/lists" + at)
            .expect(200)
            .array()
            .getJsonObject(0)
            .getString("code"));
    device.get(CHECK_INS + "/bundle" + at).expect(200);
    device.get("/api/v1/me").expect(401);
    device.get("/api/v1/tickets").expect(401);
    device.get("/api/v1/studio/events/" + slug).expect(401);
    device.post(CHECK_INS + "/lists" + at, list("Mine").build()).expect(403);
    device.get(CHECK_INS + "/devices" + at).expect(403);
    String other = new Studio(organizer).publishes("Another Evening at the Door");
    device.get(CHECK_INS + "?event=" + other).expect(404, "checkin.event_not_found");
    JsonObject shown =
        organizer.get(CHECK_INS + "/devices" + at).expect(200).array().getJsonObject(0);
    assertEquals("ENROLLED", shown.getString("status"));
    assertFalse(shown.getString("lastSeenAt").isEmpty());
    String path = CHECK_INS + "/devices/" + shown.getInt("id") + at;
    stranger
        .signedIn("promoter@encore.example", "encore-demo-2026")
        .delete(path)
        .expect(404, "checkin.event_not_found");
    organizer.delete(path).expect(204);
    organizer.delete(path).expect(404, "checkin.device_not_found");
    device.get(CHECK_INS + "/lists" + at).expect(401);
  }

  @Test
  void listsAreMadeChangedAndEnded() {
    String code =
        organizer
            .post(CHECK_INS + "/lists" + at, list("Backstage").build())
            .expect(201)
            .json()
            .getString("code");
    String path = CHECK_INS + "/lists/" + code + at;
    organizer.put(path, list("Balcony").add("reentry", true).build()).expect(204);
    JsonObject changed =
        organizer.get(CHECK_INS + "/lists" + at).expect(200).array().getJsonObject(1);
    assertEquals("Balcony", changed.getString("name"));
    assertTrue(changed.getBoolean("reentry"));
    JsonObject never =
        list("Never")
            .add("opensAt", "2030-01-02T00:00:00Z")
            .add("closesAt", "2030-01-01T00:00:00Z")
            .build();
    organizer.put(path, never).expect(422, "problem.invalid");
    organizer.delete(path).expect(204);
    organizer.delete(CHECK_INS + "/lists/main" + at).expect(404, "checkin.list_not_found");
    assertEquals(1, organizer.get(CHECK_INS + "/lists" + at).expect(200).array().size());
  }

  @Test
  void whatAGateDecidedAloneIsTakenDown() {
    Fan fan = Fan.join(encore, "Mei");
    JsonObject ticket = fan.tickets(fan.buys(encore, slug, "standing", 1)).get(0);
    JsonObject scan =
        Json.createObjectBuilder()
            .add("qr", ticket.getString("qr"))
            .add("gate", "North")
            .add("nonce", UUID.randomUUID().toString())
            .add("at", Instant.now().minusSeconds(120).toString())
            .add("admitted", true)
            .build();
    JsonObject batch =
        Json.createObjectBuilder()
            .add("event", slug)
            .add("sentAt", Instant.now().toString())
            .add("scans", Json.createArrayBuilder().add(scan))
            .build();
    JsonObject first = answer(batch);
    assertEquals("VALID", first.getJsonObject("result").getString("outcome"));
    assertEquals(first, answer(batch), "told again");
    JsonObject undo =
        Json.createObjectBuilder()
            .add("event", slug)
            .add("reason", "Wrong person")
            .add("nonce", UUID.randomUUID().toString())
            .build();
    int number = first.getJsonObject("result").getInt("scan");
    organizer.post(CHECK_INS + "/" + number + "/undo", undo).expect(200);
    assertEquals(
        0, organizer.get(CHECK_INS + at).expect(200).json().getInt("admitted"), "taken back");
    JsonObject pass =
        fan.program()
            .get("/api/v1/tickets/" + ticket.getString("code") + "/pass")
            .expect(200)
            .json();
    assertTrue(pass.getString("head").startsWith("ENC2."));
    organizer
        .get("/api/v1/tickets/" + ticket.getString("code") + "/pass")
        .expect(404, "ticket.not_found");
  }

  private JsonObject answer(JsonObject batch) {
    return organizer.post(CHECK_INS + "/batch", batch).expect(200).array().getJsonObject(0);
  }

  private JsonObject invite(String name) {
    JsonObject wish = Json.createObjectBuilder().add("event", slug).add("name", name).build();
    return organizer.post(CHECK_INS + "/devices", wish).expect(201).json();
  }

  private static JsonObjectBuilder list(String name) {
    return Json.createObjectBuilder().add("name", name);
  }
}
