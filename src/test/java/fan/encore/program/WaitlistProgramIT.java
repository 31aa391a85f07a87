package fan.encore.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fan.encore.local.RunningEncore;
import fan.encore.local.sim.SimulatorClient;
import fan.encore.program.Program.Answer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Fans wait for a sold-out event over HTTP, in the order that was published. */
class WaitlistProgramIT {

  private static final String MINE = "/api/v1/waiting-list";

  private final RunningEncore encore = RunningEncore.get();
  private final Program stranger = new Program(encore.url());
  private final Program organizer =
      stranger.signedIn("organizer@encore.example", "encore-demo-2026");
  private final Studio studio = new Studio(organizer);

  @Test
  void ticketsThatComeBackGoToWhoeverIsNext() {
    String slug = studio.publishes("Waited For", 3);
    Fan early = Fan.join(encore, "Early");
    List<String> held = List.of(reserve(early, slug), reserve(early, slug), reserve(early, slug));
    Fan couple = Fan.join(encore, "Couple");
    Fan single = Fan.join(encore, "Single");
    Fan last = Fan.join(encore, "Last");
    join(couple, slug, 2).expect(409, "waitlist.none");
    lists(slug, true);
    join(couple, slug, 9).expect(422, "waitlist.group_too_large");
    join(couple, slug, 2).expect(201);
    join(couple, slug, 1).expect(409, "waitlist.already");
    join(single, slug, 1).expect(201);
    join(last, slug, 1).expect(201);
    assertEquals(2, place(last).getInt("ahead"));

    early.program().delete("/api/v1/reservations/" + held.get(0)).expect(204);
    public409(slug);
    JsonObject offered = offered(single);
    assertEquals("WAITING", place(couple).getString("status"), "two do not fit into one");
    mail(single.email(), "are held for you");
    String order = buys(single, offered.getString("reservation"));
    assertEquals("BOUGHT", await(single, "BOUGHT").getString("status"));
    assertEquals(1, single.tickets(order).size());

    early.program().delete("/api/v1/reservations/" + held.get(1)).expect(204);
    JsonObject passed = offered(last);
    early.program().delete("/api/v1/reservations/" + held.get(2)).expect(204);
    public409(slug);
    last.program().delete(MINE + "/" + passed.getString("code")).expect(204);
    last.program().delete(MINE + "/" + passed.getString("code")).expect(404);
    JsonObject both = offered(couple);
    assertEquals(2, both.getInt("quantity"));
    couple.program().delete(MINE + "/" + both.getString("code")).expect(204);
    SimulatorClient.await(
        () -> free(slug) == 2 ? List.of(JsonValue.EMPTY_JSON_OBJECT) : List.of(), Fan.PATIENCE);
  }

  @Test
  void theOrganizerSeesWhoWaitsAndSwitchesItOff() {
    String slug = studio.publishes("Off Again", 1);
    Fan holder = Fan.join(encore, "Holder");
    Fan waiting = Fan.join(encore, "Waiting");
    lists(slug, true);
    join(waiting, slug, 1).expect(409, "waitlist.tickets_free");
    String reservation = reserve(holder, slug);
    join(waiting, slug, 1).expect(201);
    JsonObject seen =
        organizer.get(Studio.EVENTS + "/" + slug + "/waiting-list").expect(200).json();
    assertEquals(1, seen.getInt("total"));
    assertFalse(seen.toString().contains(waiting.email()), "no addresses");
    assertEquals(1, rules(slug).getInt("waiting"));
    stranger
        .signedIn("promoter@encore.example", "encore-demo-2026")
        .get(Studio.EVENTS + "/" + slug + "/waiting-list")
        .expect(404, "event.not_found");
    lists(slug, false);
    await(waiting, "CLOSED");
    holder.program().delete("/api/v1/reservations/" + reservation).expect(204);
    assertEquals(1, free(slug));
    assertTrue(!rules(slug).getBoolean("joinable"));
  }

  private void lists(String slug, boolean on) {
    JsonObject terms =
        Json.createObjectBuilder()
            .add("active", on)
            .add("offerMinutes", 60)
            .add("largestGroup", 4)
            .build();
    organizer.put(Studio.EVENTS + "/" + slug + "/waiting-list/types/standing", terms).expect(200);
  }

  private JsonObject rules(String slug) {
    return stranger
        .get("/api/v1/events/" + slug + "/waiting-list")
        .expect(200)
        .array()
        .getJsonObject(0);
  }

  private int free(String slug) {
    return stranger
        .get("/api/v1/events/" + slug)
        .expect(200)
        .json()
        .getJsonArray("ticketTypes")
        .getJsonObject(0)
        .getInt("free");
  }

  private void public409(String slug) {
    Program greedy = Fan.join(encore, "Greedy").program().once();
    greedy
        .post("/api/v1/events/" + slug + "/reservations", Fan.wish("standing", 1))
        .expect(409, "order.seats_taken");
  }

  private static String reserve(Fan fan, String slug) {
    return fan.program()
        .once()
        .post("/api/v1/events/" + slug + "/reservations", Fan.wish("standing", 1))
        .expect(201)
        .json()
        .getString("code");
  }

  private static Answer join(Fan fan, String slug, int quantity) {
    JsonObject wish =
        Json.createObjectBuilder().add("ticketType", "standing").add("quantity", quantity).build();
    return fan.program().post("/api/v1/events/" + slug + "/waiting-list", wish);
  }

  private static JsonObject place(Fan fan) {
    return fan.program().get(MINE).expect(200).array().getJsonObject(0);
  }

  private static JsonObject offered(Fan fan) {
    return await(fan, "OFFERED");
  }

  private static JsonObject await(Fan fan, String status) {
    return SimulatorClient.await(
            () -> {
              JsonObject place = place(fan);
              return place.getString("status").equals(status) ? List.of(place) : List.of();
            },
            Fan.PATIENCE)
        .get(0);
  }

  private String buys(Fan fan, String reservation) {
    JsonObject wish =
        Json.createObjectBuilder()
            .add("reservationCode", reservation)
            .add("provider", "sandbox")
            .add("holderName", "Rin Tanaka")
            .build();
    JsonObject placed = fan.program().once().post("/api/v1/orders", wish).expect(201).json();
    encore.simulator().approve(Fan.checkout(placed.getString("redirectUrl")));
    fan.awaitStatus("/api/v1/orders/" + placed.getString("code"), "PAID");
    return placed.getString("code");
  }

  private void mail(String email, String words) {
    SimulatorClient.await(
        () ->
            encore.simulator().mails(email).stream()
                .filter(mail -> mail.toString().contains(words))
                .toList(),
        Fan.PATIENCE);
  }
}
