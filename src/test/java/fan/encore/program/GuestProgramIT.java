package fan.encore.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import fan.encore.local.RunningEncore;
import fan.encore.local.sim.SimulatorClient;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Buying without an account over HTTP, and what a guest can't do. */
class GuestProgramIT {

  private static final Pattern PASS = Pattern.compile("/guest\\?pass=([A-Za-z0-9_-]+)&next=");
  private static final String PASSWORD = "Green lantern 44 river";

  private final RunningEncore encore = RunningEncore.get();
  private final Program stranger = new Program(encore.url());
  private final Studio studio =
      new Studio(stranger.signedIn("organizer@encore.example", "encore-demo-2026"));
  private final String email = "guest-" + UUID.randomUUID() + "@fans.example";

  @Test
  void aGuestBuysAndLaterKeepsHerOrderInAnAccount() {
    String slug = studio.publishes("Without Account");
    Fan guest = guest(email);
    String order = guest.buys(encore, slug, "standing", 2);
    List<JsonObject> tickets = guest.tickets(order);
    assertEquals(2, tickets.size());
    guest.program().get("/api/v1/tickets/" + order + "/pdf").expect(200);
    Fan other = guest(email);
    other.program().get("/api/v1/orders/" + order).expect(404, "order.not_found");
    keep(guestToken(guest), PASSWORD).expect(422, "account.guest_pass_refused");
    String pass = mailedPass();
    keep(pass, "password").expect(422);
    keep(pass, PASSWORD).expect(201);
    Program fan = stranger.signedIn(email, PASSWORD);
    assertEquals(order, fan.get("/api/v1/orders/" + order).expect(200).json().getString("code"));
    guest.program().get("/api/v1/orders/" + order).expect(404, "order.not_found");
    List<JsonObject> hers = new Fan(email, PASSWORD, fan).tickets(order);
    assertEquals(
        tickets.stream().map(ticket -> ticket.getString("qr")).sorted().toList(),
        hers.stream().map(ticket -> ticket.getString("qr")).sorted().toList(),
        "printed codes stay good");
  }

  @Test
  void anAddressWithAnAccountBuysAsAGuestToo() {
    String slug = studio.publishes("Own Account");
    Fan member = Fan.join(encore, "Nozomi");
    JsonObject welcome = enter(member.email()).expect(201).json();
    assertEquals(
        enter(email).expect(201).json().keySet(), welcome.keySet(), "nothing tells them apart");
    Fan guest = new Fan(member.email(), "", stranger.bearing(welcome.getString("token")));
    String order = guest.buys(encore, slug, "standing", 1);
    guest.program().get("/api/v1/me").expect(401, "problem.unauthenticated");
    member.program().get("/api/v1/orders/" + order).expect(404, "order.not_found");
    assertEquals(1, count(member.program().get("/api/v1/guest-orders")));
    assertEquals(1, count(member.program().post("/api/v1/guest-orders")));
    assertEquals(0, count(member.program().post("/api/v1/guest-orders")));
    member.program().get("/api/v1/orders/" + order).expect(200);
  }

  @Test
  void aGuestMayDoNothingElse() {
    Program guest = guest(email).program();
    for (String path : List.of("me", "wallet", "transfers", "guest-orders", "draws", "gifts")) {
      guest.get("/api/v1/" + path).expect(401, "problem.unauthenticated");
    }
    assertNotEquals(200, guest.post("/api/v1/auth/refresh").status());
    JsonObject login =
        Json.createObjectBuilder().add("email", email).add("password", PASSWORD).build();
    stranger.post("/api/v1/auth/login", login).expect(401);
    assertEquals(
        302,
        stranger
            .with("Cookie", "encore-guest=" + guestToken(guest(email)))
            .send("GET", "/my/wallet", null, BodyPublishers.noBody())
            .status());
  }

  @Test
  void guestsAreCountedFromOnePlace() {
    String busy = "busy-" + UUID.randomUUID() + "@fans.example";
    for (int n = 0; n < 10; n++) {
      enter(busy).expect(201);
    }
    enter(busy).expect(429);
    enter("nobody").expect(422);
  }

  private Fan guest(String address) {
    String token = enter(address).expect(201).json().getString("token");
    return new Fan(address, token, stranger.bearing(token));
  }

  /** Where others have their password, a guest of these tests has her token. */
  private static String guestToken(Fan guest) {
    return guest.password();
  }

  private Program.Answer enter(String address) {
    return stranger.post(
        "/api/v1/guests",
        Json.createObjectBuilder()
            .add("email", address)
            .add("name", "Rin")
            .add("language", "en")
            .build());
  }

  private Program.Answer keep(String pass, String password) {
    return stranger.post(
        "/api/v1/guest-orders/account",
        Json.createObjectBuilder().add("pass", pass).add("password", password).build());
  }

  private static long count(Program.Answer answer) {
    return answer.expect(200).json().getInt("orders");
  }

  private String mailedPass() {
    return SimulatorClient.await(
            () ->
                encore.simulator().mails(email).stream()
                    .flatMap(
                        mail -> mail.getJsonArray("links").getValuesAs(JsonString.class).stream())
                    .map(link -> PASS.matcher(link.getString()))
                    .filter(Matcher::find)
                    .map(found -> Json.createObjectBuilder().add("pass", found.group(1)).build())
                    .toList(),
            Fan.PATIENCE)
        .get(0)
        .getString("pass");
  }
}
