package fan.encore.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fan.encore.local.RunningEncore;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** Fees, taxes and what they look like on an invoice. */
class PricingProgramIT {

  private final RunningEncore encore = RunningEncore.get();
  private final Program stranger = new Program(encore.url());
  private final Program organizer = as("organizer");
  private final Program admin = as("admin");
  private final Studio studio = new Studio(organizer);

  @Test
  void aTaxIsAddedAndAFeeHasBounds() {
    String slug = studio.publishes("Taxed Evening");
    String path = Studio.EVENTS + "/" + slug;
    JsonObject tax =
        Json.createObjectBuilder().add("rateBasisPoints", 1000).add("included", false).build();
    organizer.put(path + "/pricing/tax", tax).expect(200);
    JsonObject fee = fee("FAN").build();
    organizer.put(path + "/pricing/fee", fee).expect(403, "problem.forbidden");
    JsonObject price = admin.put(path + "/pricing/fee", fee).expect(200).array().getJsonObject(0);
    assertEquals(4_620, minor(price, "gross"));
    assertEquals(420, minor(price, "tax"));
    assertEquals(300, minor(price, "fanFee"));
    assertEquals(4_920, minor(price, "fanPays"));
    assertSaid(slug, "10 % + ¥50, at least ¥100 and at most ¥300", "Plus tax of 10 %.");
    Fan fan = Fan.join(encore, "Sho");
    JsonObject held =
        fan.program()
            .once()
            .post("/api/v1/events/" + slug + "/reservations", Fan.wish("standing", 2))
            .expect(201)
            .json();
    assertEquals(9_840, minor(held, "total"));
    assertEquals(600, minor(held, "fee"));
    JsonObject line = held.getJsonArray("lines").getJsonObject(0);
    assertEquals(4_620, minor(line, "price"));
    assertEquals(1_000, line.getInt("tax"));
    JsonObject paid =
        admin.put(path + "/pricing/fee", fee("ORGANIZER").build()).array().getJsonObject(0);
    assertEquals(4_620, minor(paid, "fanPays"));
    assertEquals(4_320, minor(paid, "organizerGets"));
    assertSaid(slug, "No service fee on top: the organizer pays it.");
  }

  @Test
  void theHouseSaysWhatTheServiceCostsInACurrencyAndWhoDeviates() {
    String path = "/api/v1/admin/fees";
    organizer.get(path).expect(403, "problem.forbidden");
    admin.put(path, fee("FAN").build()).expect(422, "event.currency_unknown");
    admin.put(path + "?currency=CHF", fee("FAN").build()).expect(200);
    assertTrue(currencies().containsAll(List.of("", "CHF")));
    admin.delete(path + "?currency=CHF").expect(200);
    assertFalse(currencies().contains("CHF"));
    String slug = studio.publishes("Deviating Evening");
    JsonObject tax =
        Json.createObjectBuilder().add("rateBasisPoints", 800).add("included", true).build();
    organizer.put(Studio.EVENTS + "/" + slug + "/pricing/tax?type=standing", tax).expect(200);
    JsonObject own =
        admin
            .get(path + "/own?filter=Deviating")
            .expect(200)
            .json()
            .getJsonArray("items")
            .getJsonObject(0);
    assertEquals(slug, own.getString("slug"));
    assertEquals(800, own.getJsonObject("tax").getInt("rateBasisPoints"));
    assertTrue(!own.containsKey("fee") || own.isNull("fee"));
  }

  /** Those with a rule of their own, the rule for everywhere as an empty text. */
  private List<String> currencies() {
    return admin
        .get("/api/v1/admin/fees")
        .expect(200)
        .array()
        .getValuesAs(JsonObject.class)
        .stream()
        .map(fee -> fee.getString("currency", ""))
        .toList();
  }

  @Test
  void anInvoiceIsWrittenOnceAndCreditNotesFollow() throws IOException {
    String slug = studio.publishes("Invoiced Evening");
    JsonObject tax =
        Json.createObjectBuilder().add("rateBasisPoints", 1000).add("included", true).build();
    organizer.put(Studio.EVENTS + "/" + slug + "/pricing/tax", tax).expect(200);
    Fan fan = Fan.join(encore, "Yui");
    String order = fan.buys(encore, slug, "standing", 2);
    String path = "/api/v1/orders/" + order + "/invoices";
    JsonObject buyer =
        Json.createObjectBuilder().add("name", "Mori & Co.").add("address", "Kyoto").build();
    JsonObject invoice = fan.program().post(path, buyer).expect(201).array().getJsonObject(0);
    assertEquals(invoice, fan.program().post(path, buyer).expect(201).array().getJsonObject(0));
    assertEquals(8_820, minor(invoice, "amount"));
    String text = text(fan.program(), invoice);
    for (String said : List.of(invoice.getString("code"), "Mori & Co.", "¥8,820", "¥802", "10 %")) {
      assertTrue(text.contains(said), () -> said + " is not in " + text);
    }
    String ticket = fan.tickets(order).get(0).getString("code");
    JsonObject back =
        Json.createObjectBuilder()
            .add("tickets", Json.createArrayBuilder(List.of(ticket)))
            .add("reason", "Ill")
            .build();
    organizer.once().post("/api/v1/studio/orders/" + order + "/refunds", back).expect(201);
    organizer.post("/api/v1/studio/orders/" + order + "/invoices", buyer).expect(201);
    JsonArray all = fan.program().get(path).expect(200).array();
    JsonObject credit = all.getJsonObject(1);
    assertTrue(credit.getBoolean("credit"));
    assertEquals(4_410, minor(credit, "amount"));
    assertTrue(text(organizer, credit).contains(invoice.getString("code")));
    Fan other = Fan.join(encore, "Aoi");
    other
        .program()
        .get("/api/v1/invoices/" + invoice.getString("code") + "/pdf")
        .expect(404, "finance.no_invoice");
    assertEquals(next(invoice), next(another(fan, slug, buyer)) - 1, "no number is left out");
  }

  private void assertSaid(String slug, String... sentences) {
    String page = stranger.get("/event/detail?slug=" + slug).expect(200).text().replace('￥', '¥');
    for (String sentence : sentences) {
      assertTrue(page.contains(sentence), () -> sentence + " is not in " + page);
    }
  }

  private JsonObject another(Fan fan, String slug, JsonObject buyer) {
    String order = fan.buys(encore, slug, "standing", 1);
    return fan.program()
        .post("/api/v1/orders/" + order + "/invoices", buyer)
        .expect(201)
        .array()
        .getJsonObject(0);
  }

  private static long next(JsonObject invoice) {
    String code = invoice.getString("code");
    return Long.parseLong(code.substring(code.lastIndexOf('-') + 1));
  }

  private static String text(Program program, JsonObject invoice) throws IOException {
    byte[] pdf =
        program.get("/api/v1/invoices/" + invoice.getString("code") + "/pdf").expect(200).body();
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document).replace('￥', '¥');
    }
  }

  private static jakarta.json.JsonObjectBuilder fee(String payer) {
    return Json.createObjectBuilder()
        .add("shareBasisPoints", 1000)
        .add("fixedMinor", 50)
        .add("leastMinor", 100)
        .add("mostMinor", 300)
        .add("payer", payer);
  }

  private static int minor(JsonObject of, String name) {
    return of.getJsonObject(name).getInt("minor");
  }

  private Program as(String who) {
    return stranger.signedIn(who + "@encore.example", "encore-demo-2026");
  }
}
