package fan.encore.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fan.encore.local.RunningEncore;
import fan.encore.local.sim.SimulatorClient;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An organizer reads what her sales came to, live and for a period, and the ledger agrees. */
class ReportProgramIT {

  private final RunningEncore encore = RunningEncore.get();
  private final Program stranger = new Program(encore.url());
  private final Program organizer = as("organizer");
  private final String slug = new Studio(organizer).publishes("An Evening of Figures");
  private final String path = Studio.EVENTS + "/" + slug;

  @Test
  void aReportAddsUpAndAgreesWithTheLedger() {
    organizer.put(path + "/pricing/tax", tax()).expect(200);
    addsACode();
    Fan fan = Fan.join(encore, "Nao");
    buysWithCode(fan);
    String plain = fan.buys(encore, slug, "standing", 1);
    organizer.once().post(path + "/hand-sales", sale()).expect(201);
    JsonObject reason = Json.createObjectBuilder().add("reason", "Ill").build();
    organizer.once().post("/api/v1/studio/orders/" + plain + "/refunds", reason).expect(201);
    JsonObject now = report("");
    assertTrue(now.getBoolean("agrees"), now::toString);
    JsonObject report =
        SimulatorClient.await(
                () -> {
                  JsonObject one = report("");
                  return minor(one.getJsonObject("ledger"), "underWay") == 0
                      ? List.of(one)
                      : List.of();
                },
                Fan.PATIENCE)
            .get(0);
    assertTrue(report.getBoolean("agrees"), report::toString);
    sumsAre(report.getJsonObject("sums"));
    JsonObject refunds = report.getJsonObject("refunds");
    assertEquals(1, refunds.getInt("tickets"));
    assertEquals(4_200, minor(refunds, "prices"));
    assertEquals(210, minor(refunds, "fees"));
    assertEquals(4_410, minor(refunds, "money"));
    assertEquals(4_410, minor(report.getJsonObject("ledger"), "refunded"));
    assertEquals(15_960 + 588, minor(report.getJsonObject("ledger"), "sales"));
    JsonObject payout = report.getJsonObject("payout");
    assertEquals(7_560 + 4_200 - 4_200, minor(payout, "due"));
    assertEquals(4_200, minor(payout, "byHand"));
    partsAddUp(report);
    otherDaysHaveNothing();
    theFileSaysTheSame();
  }

  private void sumsAre(JsonObject sums) {
    assertEquals(3, sums.getInt("orders"));
    assertEquals(4, sums.getInt("tickets"));
    assertEquals(840, minor(sums, "cut"));
    assertEquals(15_960, minor(sums, "prices"));
    assertEquals(588, minor(sums, "fees"));
    assertEquals(722 + 401 + 382, minor(sums, "tax"));
    assertEquals(16_548, minor(sums, "total"));
  }

  private static void partsAddUp(JsonObject report) {
    JsonObject sums = report.getJsonObject("sums");
    for (String field : List.of("prices", "fees", "total", "refunded")) {
      assertEquals(minor(sums, field), sum(report, "channels", field), field);
    }
    assertEquals(minor(sums, "prices"), sum(report, "types", "prices"));
    assertEquals(minor(sums, "tax"), sum(report, "taxes", "tax"));
    assertEquals(minor(sums, "cut"), sum(report, "promoCodes", "cut"));
  }

  private void otherDaysHaveNothing() {
    LocalDate tomorrow = LocalDate.now(ZoneId.of("Asia/Tokyo")).plusDays(1);
    for (String period : List.of("?from=" + tomorrow.plusDays(1), "?until=2020-01-01")) {
      JsonObject empty = report(period);
      assertEquals(0, empty.getJsonObject("sums").getInt("orders"));
      assertEquals(0, minor(empty, "net"));
      assertTrue(empty.getBoolean("agrees"));
    }
  }

  private void theFileSaysTheSame() {
    String csv = organizer.get(path + "/report/file").expect(200).text();
    assertTrue(
        csv.lines().anyMatch(line -> line.startsWith("In total,") && line.contains("16548")));
    assertTrue(csv.lines().anyMatch(line -> line.contains("EARLY10")));
    byte[] workbook = organizer.get(path + "/report/file?format=xlsx").expect(200).body();
    assertEquals('P', workbook[0]);
  }

  @Test
  void theReportOfAllEventsAgreesWithTheLedger() {
    Fan.join(encore, "Nao").buys(encore, slug, "standing", 1);
    List<JsonObject> reports =
        organizer.get("/api/v1/studio/report").expect(200).array().getValuesAs(JsonObject.class);
    JsonObject yen =
        reports.stream()
            .filter(one -> one.getString("currency").equals("JPY"))
            .findFirst()
            .orElseThrow();
    JsonObject mine =
        yen.getJsonArray("events").getValuesAs(JsonObject.class).stream()
            .filter(event -> event.getString("detail").equals(slug))
            .findFirst()
            .orElseThrow();
    assertEquals(4_410, minor(mine, "total"));
    for (JsonObject report : reports) {
      assertTrue(report.getBoolean("agrees"), report::toString);
      for (String field : List.of("prices", "total", "refunded")) {
        assertEquals(minor(report.getJsonObject("sums"), field), sum(report, "events", field));
      }
    }
    organizer.get("/api/v1/studio/report/file?format=csv").expect(200);
    Program rival = as("promoter");
    rival.get(path + "/report").expect(404, "event.not_found");
    rival.get(path + "/live").expect(404, "event.not_found");
    assertTrue(!rival.get("/api/v1/studio/report").expect(200).text().contains(slug));
    stranger.get("/api/v1/studio/report").expect(401, "security.not_signed_in");
  }

  @Test
  void figuresAreThoseOfTheMoment() {
    Fan fan = Fan.join(encore, "Nao");
    assertEquals(0, live().getInt("orders"));
    String order = fan.buys(encore, slug, "standing", 2);
    fan.program()
        .once()
        .post("/api/v1/events/" + slug + "/reservations", Fan.wish("standing", 1))
        .expect(201);
    organizer
        .once()
        .post(
            "/api/v1/studio/orders/" + order + "/refunds",
            Json.createObjectBuilder()
                .add("reason", "Ill")
                .add("tickets", Json.createArrayBuilder().add(ticket(fan, order)))
                .build())
        .expect(201);
    JsonObject live =
        SimulatorClient.await(
                () -> {
                  JsonObject one = live();
                  return one.getInt("refunds") == 1
                          && type(one).getInt("held") == 1
                          && type(one).getInt("sold") == 1
                      ? List.of(one)
                      : List.of();
                },
                Fan.PATIENCE)
            .get(0);
    assertEquals(1, live.getInt("orders"));
    assertEquals(8_820, minor(live, "revenue"));
    assertEquals(4_410, minor(live, "refunded"));
    assertEquals(1, type(live).getInt("sold"));
    assertEquals(28, type(live).getInt("free"));
    assertEquals(24, live.getJsonArray("hours").size());
    assertEquals(8_820, sum(live, "hours", "revenue"));
    assertEquals(8_820, sum(live, "days", "revenue"));
    assertEquals(1, live.getJsonObject("door").getInt("expected"));
  }

  private JsonObject live() {
    return organizer.get(path + "/live").expect(200).json();
  }

  private static JsonObject type(JsonObject live) {
    return live.getJsonArray("types").getJsonObject(0);
  }

  private static String ticket(Fan fan, String order) {
    return fan.tickets(order).get(0).getString("code");
  }

  private JsonObject report(String period) {
    return organizer.get(path + "/report" + period).expect(200).json();
  }

  private static long minor(JsonObject part, String field) {
    return part.getJsonObject(field).getJsonNumber("minor").longValue();
  }

  private static long sum(JsonObject report, String parts, String field) {
    return report.getJsonArray(parts).getValuesAs(JsonObject.class).stream()
        .filter(part -> part.get(field).getValueType() == JsonValue.ValueType.OBJECT)
        .mapToLong(part -> minor(part, field))
        .sum();
  }

  private static JsonObject tax() {
    return Json.createObjectBuilder().add("rateBasisPoints", 1000).add("included", true).build();
  }

  private static JsonObject sale() {
    return Json.createObjectBuilder()
        .add(
            "lines",
            Json.createArrayBuilder()
                .add(Json.createObjectBuilder().add("ticketType", "standing").add("quantity", 1)))
        .add("paid", "CASH")
        .add("holderName", "Guest")
        .build();
  }

  private void addsACode() {
    JsonObject code =
        Json.createObjectBuilder()
            .add("code", "EARLY10")
            .add("kind", "PERCENT")
            .add("percent", 10)
            .build();
    organizer.post(path + "/promo-codes", code).expect(201);
  }

  private void buysWithCode(Fan fan) {
    JsonObject wish =
        Json.createObjectBuilder(Fan.wish("standing", 2)).add("promoCode", "EARLY10").build();
    JsonObject held =
        fan.program()
            .once()
            .post("/api/v1/events/" + slug + "/reservations", wish)
            .expect(201)
            .json();
    JsonObject order =
        Json.createObjectBuilder()
            .add("reservationCode", held.getString("code"))
            .add("provider", "sandbox")
            .add("holderName", "Nao Ito")
            .build();
    JsonObject placed = fan.program().once().post("/api/v1/orders", order).expect(201).json();
    encore.simulator().approve(Fan.checkout(placed.getString("redirectUrl")));
    fan.awaitStatus("/api/v1/orders/" + placed.getString("code"), "PAID");
  }

  private Program as(String who) {
    return stranger.signedIn(who + "@encore.example", "encore-demo-2026");
  }
}
