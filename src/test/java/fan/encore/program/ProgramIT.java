package fan.encore.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fan.encore.local.RunningEncore;
import fan.encore.local.sim.SimulatorClient;
import fan.encore.program.Program.Answer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;

/** A program does for a fan what she could do herself, with nothing but HTTP. */
class ProgramIT {

  private static final String BANNER = "/api/v1/banners/planetarium-nights/draws";
  private static final String CHAIN = "/api/v1/banners/planetarium-nights/chain";

  private final RunningEncore encore = RunningEncore.get();
  private final Program stranger = new Program(encore.url());

  @Test
  void anAccountBeginsWithAMail() {
    String email = "ren-" + UUID.randomUUID() + "@fans.example";
    stranger
        .post("/api/v1/auth/register", Fan.registration(email, "password", "Ren"))
        .expect(422, "problem.invalid");
    JsonObject good = Fan.registration(email, "Red lantern 44 river", "Ren");
    assertEquals(
        "UNCONFIRMED",
        stranger.post("/api/v1/auth/register", good).expect(201).json().getString("status"));
    stranger.post("/api/v1/auth/register", good).expect(409, "account.email_taken");
    JsonObject login = login(email, "Red lantern 44 river");
    stranger.post("/api/v1/auth/login", login).expect(403, "security.not_confirmed");
    stranger.post("/api/v1/auth/confirm", token("wrong")).expect(422);
    JsonObject token = token(Fan.token(encore.simulator(), email));
    stranger.post("/api/v1/auth/confirm", token).expect(204);
    stranger.post("/api/v1/auth/login", login(email, "wrong")).expect(401);
    JsonObject tokens = stranger.post("/api/v1/auth/login", login).expect(200).json();
    assertEquals("Bearer", tokens.getString("tokenType"));
    assertTrue(tokens.getInt("expiresIn") > 0);
  }

  @Test
  void aProfileIsHers() {
    Fan fan = Fan.join(encore, "Hana");
    assertEquals(
        fan.email(), fan.program().get("/api/v1/me").expect(200).json().getString("email"));
    JsonObject profile =
        Json.createObjectBuilder()
            .add("displayName", "Hana of the Lake")
            .add("birthDate", "1999-02-28")
            .add("country", "JP")
            .add("language", "ja")
            .build();
    JsonObject changed = fan.program().put("/api/v1/me", profile).expect(200).json();
    assertEquals("Hana of the Lake", changed.getString("displayName"));
    assertEquals("1999-02-28", changed.getString("birthDate"));
    JsonObject nowhere = Json.createObjectBuilder(profile).add("country", "XX").build();
    Answer refused = fan.program().put("/api/v1/me", nowhere).expect(422, "problem.invalid");
    assertEquals(
        "country", refused.json().getJsonArray("errors").getJsonObject(0).getString("field"));
    stranger.get("/api/v1/me").expect(401);
    stranger.bearing("nonsense").get("/api/v1/me").expect(401);
  }

  @Test
  void aRefreshTokenIsGoodForOneExchange() {
    Fan fan = Fan.join(encore, "Sora");
    JsonObject first =
        stranger.post("/api/v1/auth/login", login(fan.email(), fan.password())).expect(200).json();
    JsonObject second = stranger.post("/api/v1/auth/refresh", refresh(first)).expect(200).json();
    assertNotEquals(first.getString("refreshToken"), second.getString("refreshToken"));
    Program now = stranger.bearing(second.getString("accessToken"));
    now.get("/api/v1/me").expect(200);
    now.post("/api/v1/auth/logout", refresh(second)).expect(204);
    now.get("/api/v1/me").expect(401);
    stranger.post("/api/v1/auth/refresh", refresh(second)).expect(401);
  }

  @Test
  void diamondsAreBoughtAndSpent() {
    Fan fan = Fan.join(encore, "Aoi");
    Program program = fan.program();
    draw(program.once(), 1).expect(409, "gacha.commitment_not_asked");
    program.get(CHAIN).expect(200);
    draw(program.once(), 1).expect(409, "wallet.balance_too_low");
    JsonObject pack = Json.createObjectBuilder().add("packCode", "chest").build();
    program.post("/api/v1/diamond-orders", pack).expect(422, "problem.invalid");
    Program keyed = program.once();
    JsonObject started = keyed.post("/api/v1/diamond-orders", pack).expect(201).json();
    assertEquals(started, keyed.post("/api/v1/diamond-orders", pack).expect(201).json());
    keyed
        .post("/api/v1/diamond-orders", Json.createObjectBuilder().add("packCode", "spark").build())
        .expect(422, "shared.idempotency_key_reused");
    String payment = "/api/v1/payments/" + started.getString("code");
    assertEquals("OPEN", program.get(payment).expect(200).json().getString("status"));
    Fan.join(encore, "Nosy").program().get(payment).expect(404);
    encore.simulator().approve(Fan.checkout(started.getString("redirectUrl")));
    fan.awaitStatus(payment, "CAPTURED");
    assertEquals(3300, total(program));
    spends(program);
  }

  private static void spends(Program program) {
    String chain = program.get(CHAIN).expect(200).json().getString("commitment");
    Program keyed = program.once();
    JsonObject one = draw(keyed, 1).expect(201).json();
    assertEquals(chain, one.getString("chain"), "what was committed to before decides");
    assertEquals(
        known(one), known(draw(keyed, 1).expect(201).json()), "the same key, the same draw");
    draw(keyed, 10).expect(422, "shared.idempotency_key_reused");
    JsonObject ten = draw(program.once(), 10).expect(201).json();
    draw(program.once(), 3).expect(422);
    assertEquals(1, one.getJsonArray("prizes").size());
    assertEquals(10, ten.getJsonArray("prizes").size());
    assertEquals(3300 - 100 - 1000, total(program));
    String receipt = "/api/v1/draws/" + ten.getString("code");
    assertEquals(known(ten), known(program.get(receipt).expect(200).json()));
    SimulatorClient.await(
        () -> {
          JsonObject now = program.get(receipt).expect(200).json();
          return now.containsKey("logIndex") ? List.of(now) : List.<JsonObject>of();
        },
        Duration.ofSeconds(20));
    assertEquals(
        11,
        program.get("/api/v1/collection").expect(200).array().getValuesAs(JsonObject.class).stream()
            .mapToInt(item -> item.getInt("copies"))
            .sum());
    Answer entries = program.get("/api/v1/wallet/entries?size=1").expect(200);
    assertTrue(entries.header("Link").contains("rel=\"next\""), entries.header("Link"));
  }

  /** Without what a receipt gets later: its place in the log. */
  private static JsonObject known(JsonObject receipt) {
    return Json.createObjectBuilder(receipt).remove("logIndex").build();
  }

  @Test
  void aDeclinedPaymentLeavesNothing() {
    Fan fan = Fan.join(encore, "Mei");
    JsonObject pack = Json.createObjectBuilder().add("packCode", "spark").build();
    JsonObject started =
        fan.program().once().post("/api/v1/diamond-orders", pack).expect(201).json();
    encore.simulator().decline(Fan.checkout(started.getString("redirectUrl")));
    fan.awaitStatus("/api/v1/payments/" + started.getString("code"), "DECLINED");
    assertEquals(0, total(fan.program()));
  }

  @Test
  void ticketsAreFoundReservedPaidAndPrinted() throws Exception {
    Fan fan = Fan.join(encore, "Rin");
    Program program = fan.program();
    JsonObject found = stranger.get("/api/v1/events?city=Tokyo&size=1").expect(200).json();
    String slug = found.getJsonArray("items").getJsonObject(0).getString("slug");
    stranger.get("/api/v1/events?from=yesterday").expect(400, "problem.unreadable");
    stranger.get("/api/v1/events/no-such-event").expect(404, "event.not_found");
    String type = free(stranger.get("/api/v1/events/" + slug).expect(200).json());
    releases(program, slug, type);
    String order = fan.buys(encore, slug, type, 2);
    Fan.join(encore, "Other").program().get("/api/v1/orders/" + order).expect(404);
    List<JsonObject> tickets = fan.tickets(order);
    assertEquals(2, tickets.size());
    Answer pdf =
        program.get("/api/v1/tickets/" + tickets.get(0).getString("code") + "/pdf").expect(200);
    assertEquals("application/pdf", pdf.header("Content-Type"));
    try (PDDocument document = Loader.loadPDF(pdf.body())) {
      assertFalse(document.isEncrypted());
    }
  }

  private void releases(Program program, String slug, String type) {
    String reservations = "/api/v1/events/" + slug + "/reservations";
    stranger.once().post(reservations, Fan.wish(type, 1)).expect(401);
    program.once().post(reservations, Fan.wish("no-such-type", 1)).expect(404);
    program.once().post(reservations, Fan.wish(type, 0)).expect(422, "problem.invalid");
    Program keyed = program.once();
    JsonObject held = keyed.post(reservations, Fan.wish(type, 1)).expect(201).json();
    assertEquals(held, keyed.post(reservations, Fan.wish(type, 1)).expect(201).json());
    keyed.post(reservations, Fan.wish(type, 2)).expect(422, "shared.idempotency_key_reused");
    String path = "/api/v1/reservations/" + held.getString("code");
    program.delete(path).expect(204);
    program.delete(path).expect(204);
    JsonObject over =
        Json.createObjectBuilder()
            .add("reservationCode", held.getString("code"))
            .add("provider", "sandbox")
            .add("holderName", "Rin Tanaka")
            .build();
    program.once().post("/api/v1/orders", over).expect(409, "order.reservation_expired");
  }

  @Test
  void theWrongWayToAskIsTold() {
    stranger.get("/api/v1/nothing").expect(404, "problem.not_found");
    stranger.delete("/api/v1/events").expect(405, "problem.method_not_allowed");
    Program fan = Fan.join(encore, "Yua").program();
    fan.send(
            "POST",
            "/api/v1/auth/login",
            "application/json",
            java.net.http.HttpRequest.BodyPublishers.ofString("{ no json"))
        .expect(400, "problem.unreadable");
    fan.get("/api/v1/studio/events").expect(403, "problem.forbidden");
    assertEquals(
        "ja",
        language(
            stranger
                .with("Accept-Language", "ja")
                .get("/api/v1/nothing")
                .json()
                .getString("title")));
  }

  private static String language(String text) {
    return text.codePoints().anyMatch(c -> c >= 0x3040 && c <= 0x9fff) ? "ja" : "en";
  }

  private static String free(JsonObject event) {
    return event.getJsonArray("ticketTypes").getValuesAs(JsonObject.class).stream()
        .filter(type -> type.getInt("free") > 4)
        .findFirst()
        .orElseThrow()
        .getString("code");
  }

  private static Answer draw(Program program, int count) {
    return program.post(
        BANNER, Json.createObjectBuilder().add("count", count).add("clientSeed", "lucky").build());
  }

  private static long total(Program program) {
    return program.get("/api/v1/wallet").expect(200).json().getInt("total");
  }

  private static JsonObject login(String email, String password) {
    return Json.createObjectBuilder().add("email", email).add("password", password).build();
  }

  private static JsonObject token(String token) {
    return Json.createObjectBuilder().add("token", token).build();
  }

  private static JsonObject refresh(JsonObject tokens) {
    return Json.createObjectBuilder().add("refreshToken", tokens.getString("refreshToken")).build();
  }
}
