package fan.encore.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fan.encore.local.RunningEncore;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** An organizer takes the orders and tickets of an event away as files. */
class ExportProgramIT {

  private static final Pattern CELL =
      Pattern.compile("(?:\"((?:[^\"]|\"\")*)\"|([^,\"\r\n]*))(,|\r\n)");
  private static final String FORMULA = "=HYPERLINK(\"https://evil.example\")";

  private final RunningEncore encore = RunningEncore.get();
  private final Program stranger = new Program(encore.url());
  private final Program organizer = as("organizer");
  private final String slug = new Studio(organizer).publishes("An Evening on Paper");
  private final String path = Studio.EVENTS + "/" + slug;

  @Test
  void ordersAndTicketsLeaveWithEverythingKnownAboutThem() throws IOException {
    String shirt = asks("Shirt", true);
    String diet = asks("Diet", false);
    addsACode();
    Fan fan = Fan.join(encore, "Kei");
    String order = buysTwo(fan, shirt, diet);
    JsonObject ticket = fan.tickets(order).get(0);
    letsIn(ticket);
    Map<String, String> sold = csv("orders", "").get(0);
    assertEquals(order, sold.get("Order"));
    assertEquals("'" + FORMULA, sold.get("Buyer"));
    assertEquals(fan.email(), sold.get("Buyer's e-mail"));
    assertEquals("Paid", sold.get("State of the order"));
    assertEquals("2", sold.get("Tickets"));
    assertEquals("8400", sold.get("List price"));
    assertEquals("840", sold.get("Promo discount"));
    assertEquals("EARLY10", sold.get("Promo code"));
    assertEquals("7560", sold.get("Ticket prices"));
    assertEquals("378", sold.get("Service fees"));
    assertEquals("7938", sold.get("Total"));
    assertEquals("JPY", sold.get("Currency"));
    assertEquals("No nuts, please", sold.get("Diet"));
    assertTrue(
        sold.get("Placed (Asia/Tokyo)").matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d"));
    assertTrue(!sold.containsKey("Shirt"));
    List<Map<String, String>> tickets = csv("tickets", "");
    assertEquals(2, tickets.size());
    Map<String, String> used = of(tickets, ticket.getString("code"));
    assertEquals("Used", used.get("State of the ticket"));
    assertEquals("North gate", used.get("Gate"));
    assertEquals("Standing", used.get("Ticket type"));
    assertEquals("3780", used.get("Price"));
    assertEquals("189", used.get("Service fee"));
    assertEquals("EARLY10", used.get("Promo code"));
    assertEquals("No nuts, please", used.get("Diet"));
    assertEquals(
        List.of("L", "S"), tickets.stream().map(row -> row.get("Shirt")).sorted().toList());
    numbersAreNumbersAndFormulasTexts(order);
  }

  private void numbersAreNumbersAndFormulasTexts(String order) throws IOException {
    byte[] bytes = organizer.get(path + "/exports/orders?format=xlsx").expect(200).body();
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
      XSSFSheet sheet = book.getSheetAt(0);
      List<String> heads = new ArrayList<>();
      sheet.getRow(0).forEach(cell -> heads.add(cell.getStringCellValue()));
      Row row = sheet.getRow(1);
      assertEquals(order, row.getCell(heads.indexOf("Order")).getStringCellValue());
      Cell total = row.getCell(heads.indexOf("Total"));
      assertEquals(CellType.NUMERIC, total.getCellType());
      assertEquals(7938, total.getNumericCellValue());
      assertEquals(CellType.NUMERIC, row.getCell(heads.indexOf("Paid (Asia/Tokyo)")).getCellType());
      Cell buyer = row.getCell(heads.indexOf("Buyer"));
      assertEquals(FORMULA, buyer.getStringCellValue());
      assertTrue(buyer.getCellStyle().getQuotePrefixed());
    }
  }

  @Test
  void theFiltersOfTheListHoldAndNobodyElseReads() {
    Fan fan = Fan.join(encore, "Sora");
    String first = fan.buys(encore, slug, "standing", 1);
    String second = fan.buys(encore, slug, "standing", 2);
    assertEquals(
        List.of(first, second), csv("orders", "").stream().map(row -> row.get("Order")).toList());
    assertEquals(2, csv("tickets", "&query=" + second).size());
    assertEquals(0, csv("orders", "&status=REFUNDED").size());
    assertEquals(0, csv("tickets", "&until=2020-01-01T00:00:00Z").size());
    String orders = path + "/exports/orders";
    as("promoter").get(orders).expect(404, "event.not_found");
    fan.program().get(orders).expect(403, "problem.forbidden");
    stranger.get(orders).expect(401, "security.not_signed_in");
    organizer.get(path + "/exports/secrets").expect(404);
    organizer.get(orders + "?format=exe").expect(404);
  }

  private List<Map<String, String>> csv(String kind, String filters) {
    Program.Answer answer =
        organizer.get(path + "/exports/" + kind + "?format=csv" + filters).expect(200);
    assertTrue(answer.header("Content-Type").startsWith("text/csv"));
    assertTrue(answer.header("Content-Disposition").contains(slug + "-" + kind + ".csv"));
    String text = answer.text();
    assertEquals('\uFEFF', text.charAt(0));
    List<List<String>> rows = new ArrayList<>(List.of(new ArrayList<>()));
    Matcher cell = CELL.matcher(text.substring(1));
    while (cell.find()) {
      String value = cell.group(1) == null ? cell.group(2) : cell.group(1).replace("\"\"", "\"");
      rows.get(rows.size() - 1).add(value);
      if (!cell.group(3).equals(",")) {
        rows.add(new ArrayList<>());
      }
    }
    return rows.subList(1, rows.size() - 1).stream().map(row -> named(rows.get(0), row)).toList();
  }

  private static Map<String, String> named(List<String> heads, List<String> row) {
    assertEquals(heads.size(), row.size());
    Map<String, String> named = new TreeMap<>();
    for (int i = 0; i < heads.size(); i++) {
      named.put(heads.get(i), row.get(i));
    }
    return named;
  }

  private static Map<String, String> of(List<Map<String, String>> rows, String ticket) {
    return rows.stream().filter(row -> row.get("Ticket").equals(ticket)).findFirst().orElseThrow();
  }

  private String asks(String label, boolean perTicket) {
    JsonObject question =
        Json.createObjectBuilder()
            .add("label", label)
            .add("kind", "TEXT")
            .add("perTicket", perTicket)
            .add("required", true)
            .build();
    return organizer.post(path + "/questions", question).expect(201).array().stream()
        .map(one -> one.asJsonObject())
        .filter(one -> one.getString("label").equals(label))
        .findFirst()
        .orElseThrow()
        .getString("code");
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

  private String buysTwo(Fan fan, String shirt, String diet) {
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
            .add("holderName", FORMULA)
            .add(
                "answers",
                Json.createArrayBuilder()
                    .add(answer(diet, "No nuts, please", 0))
                    .add(answer(shirt, "S", 1))
                    .add(answer(shirt, "L", 2)))
            .build();
    JsonObject placed = fan.program().once().post("/api/v1/orders", order).expect(201).json();
    encore.simulator().approve(Fan.checkout(placed.getString("redirectUrl")));
    fan.awaitStatus("/api/v1/orders/" + placed.getString("code"), "PAID");
    return placed.getString("code");
  }

  private static JsonObjectBuilder answer(String question, String text, int number) {
    JsonObjectBuilder answer =
        Json.createObjectBuilder()
            .add("question", question)
            .add("number", number)
            .add("text", text);
    return number == 0 ? answer : answer.add("ticketType", "standing");
  }

  private void letsIn(JsonObject ticket) {
    JsonObject scan =
        Json.createObjectBuilder()
            .add("qr", ticket.getString("qr"))
            .add("gate", "North gate")
            .add("nonce", UUID.randomUUID().toString())
            .add("event", slug)
            .build();
    organizer.post("/api/v1/check-ins", scan).expect(200);
  }

  private Program as(String who) {
    return stranger.signedIn(who + "@encore.example", "encore-demo-2026");
  }
}
