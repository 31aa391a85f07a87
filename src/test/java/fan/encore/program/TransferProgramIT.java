package fan.encore.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fan.encore.local.RunningEncore;
import fan.encore.local.sim.SimulatorClient;
import fan.encore.program.Program.Answer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;

/** Tickets change hands over HTTP: the code of before is dead, and both hear of it. */
class TransferProgramIT {

  private static final String TICKETS = "/api/v1/tickets/";
  private static final String TRANSFERS = "/api/v1/transfers";
  private static final Pattern LINK =
      Pattern.compile("/claim\\?transfer=(TRF-\\w+)&signature=([0-9a-f]{64})");

  private final RunningEncore encore = RunningEncore.get();
  private final Program stranger = new Program(encore.url());
  private final Program organizer =
      stranger.signedIn("organizer@encore.example", "encore-demo-2026");
  private final Studio studio = new Studio(organizer);

  @Test
  void aTicketIsClaimedByTheLinkAndItsOldCodeIsDead() throws Exception {
    String slug = studio.publishes("Passed On");
    Fan giver = Fan.join(encore, "Emi");
    String order = giver.buys(encore, slug, "standing", 2);
    JsonObject ticket = giver.tickets(order).get(0);
    String code = ticket.getString("code");
    String email = "later-" + UUID.randomUUID() + "@fans.example";
    Program keyed = giver.program().once();
    JsonObject sent = keyed.post(TICKETS + code + "/transfers", to(email)).expect(201).json();
    assertEquals(
        sent, keyed.post(TICKETS + code + "/transfers", to(email)).expect(201).json(), "same key");
    offer(giver, code, email).expect(409, "transfer.promised");
    Matcher link = link(email, sent.getString("code"));
    Fan friend = Fan.join(encore, "Rin");
    claim(friend, sent, "0".repeat(64)).expect(404, "transfer.not_found");
    claim(friend, sent, null).expect(404, "transfer.not_found");
    claim(giver, sent, link.group(2)).expect(422, "transfer.own_address");
    JsonObject claimed = claim(friend, sent, link.group(2)).expect(200).json();
    assertEquals("CLAIMED", claimed.getString("status"));
    assertEquals(claimed, claim(friend, sent, link.group(2)).expect(200).json(), "twice is once");
    claim(Fan.join(encore, "Late"), sent, link.group(2)).expect(409, "transfer.over");
    giver.program().get(TICKETS + code + "/transfers").expect(404, "ticket.not_found");
    assertEquals(1, giver.tickets(order).size());
    JsonObject hers = friend.tickets(order).get(0);
    assertEquals("Rin Aoki", hers.getString("holder"));
    assertEquals(1, pages(friend, order), "her own ticket and not those of the order");
    assertEquals(1, pages(giver, order), "no ticket that was given away");
    assertEquals("CANCELLED", scan(slug, ticket.getString("qr")));
    assertEquals("VALID", scan(slug, hers.getString("qr")));
    mail(giver.email(), "was claimed");
    mail(friend.email(), "is yours");
  }

  @Test
  void aTicketThatIsTakenBackOrUsedIsNotClaimed() {
    String slug = studio.publishes("Kept");
    Fan giver = Fan.join(encore, "Kaho");
    Fan friend = Fan.join(encore, "Saki");
    List<JsonObject> tickets = giver.tickets(giver.buys(encore, slug, "standing", 2));
    String kept = tickets.get(0).getString("code");
    JsonObject first = offer(giver, kept, friend.email()).expect(201).json();
    String signature = link(friend.email(), first.getString("code")).group(2);
    friend.program().delete(TICKETS + kept + "/transfers/" + first.getString("code")).expect(404);
    giver.program().delete(TICKETS + kept + "/transfers/" + first.getString("code")).expect(204);
    giver.program().delete(TICKETS + kept + "/transfers/" + first.getString("code")).expect(409);
    claim(friend, first, signature).expect(409, "transfer.over");
    JsonObject second = offer(giver, kept, friend.email()).expect(201).json();
    refuse(friend, second).expect(204);
    assertEquals("DECLINED", statusOf(friend, giver, second));
    JsonObject used = tickets.get(1);
    JsonObject third = offer(giver, used.getString("code"), friend.email()).expect(201).json();
    assertEquals("VALID", scan(slug, used.getString("qr")));
    claim(friend, third, null).expect(409, "transfer.spent");
    offer(giver, used.getString("code"), friend.email()).expect(409, "transfer.spent");
    JsonObject moves = giver.program().get(TICKETS + kept + "/transfers").expect(200).json();
    assertEquals(
        List.of("OFFERED", "CANCELLED", "OFFERED", "DECLINED"),
        moves.getJsonArray("history").getValuesAs(JsonObject.class).stream()
            .map(step -> step.getString("kind"))
            .toList());
  }

  @Test
  void theNewNameMakesANewCode() {
    String slug = studio.publishes("Renamed");
    Fan fan = Fan.join(encore, "Nao");
    String order = fan.buys(encore, slug, "standing", 1);
    JsonObject before = fan.tickets(order).get(0);
    String path = TICKETS + before.getString("code") + "/holder";
    fan.program().put(path, name("")).expect(422, "problem.invalid");
    fan.program().put(path, name("Nao Hayashi")).expect(200);
    JsonObject after = fan.tickets(order).get(0);
    assertEquals("Nao Hayashi", after.getString("holder"));
    assertNotEquals(before.getString("qr"), after.getString("qr"));
    fan.program().put(path, name("Nao Hayashi")).expect(200);
    assertEquals(after, fan.tickets(order).get(0), "the same name changes nothing");
    Fan.join(encore, "Other").program().put(path, name("Me")).expect(404, "ticket.not_found");
    String typed = before.getString("code");
    assertEquals("CANCELLED", scan(slug, before.getString("qr")));
    assertEquals("CANCELLED", scan(slug, typed), "the code on old paper");
    assertEquals("CANCELLED", scan(slug, typed + "-3"));
    assertEquals("VALID", scan(slug, typed.toLowerCase() + " -2"));
  }

  @Test
  void theNameThatTheOrganizerWritesMakesANewCodeAndIsTold() {
    String slug = studio.publishes("Renamed by hand");
    Fan fan = Fan.join(encore, "Toru");
    String order = fan.buys(encore, slug, "standing", 1);
    JsonObject before = fan.tickets(order).get(0);
    String path = "/api/v1/studio/orders/" + order + "/tickets/" + before.getString("code");
    JsonObject wish = Json.createObjectBuilder().add("name", "Toru Abe").build();
    organizer.put(path + "/holder", wish).expect(200);
    organizer.put(path + "/holder", wish).expect(200);
    JsonObject after = fan.tickets(order).get(0);
    assertEquals("Toru Abe", after.getString("holder"));
    assertEquals("CANCELLED", scan(slug, before.getString("qr")));
    assertEquals("VALID", scan(slug, after.getString("qr")));
    List<JsonObject> told =
        SimulatorClient.await(
            () ->
                encore.simulator().mails(fan.email()).stream()
                    .filter(mail -> mail.getString("subject").contains("Another name"))
                    .toList(),
            Fan.PATIENCE);
    assertEquals(1, told.size(), "the same name again changes nothing");
  }

  @Test
  void theOrganizerDecides() {
    String slug = studio.publishes("Strict");
    String terms = Studio.EVENTS + "/" + slug + "/transfers/terms";
    Fan giver = Fan.join(encore, "Yui");
    Fan friend = Fan.join(encore, "Miu");
    String code = giver.tickets(giver.buys(encore, slug, "standing", 1)).get(0).getString("code");
    assertTrue(organizer.get(terms).expect(200).json().getBoolean("transfersAllowed"));
    JsonObject open = offer(giver, code, friend.email()).expect(201).json();
    organizer.put(terms, terms(false, null)).expect(200);
    claim(friend, open, null).expect(409, "transfer.closed");
    organizer.put(terms, terms(true, "2020-01-01T00:00:00Z")).expect(200);
    claim(friend, open, null).expect(409, "transfer.closed");
    giver.program().put(TICKETS + code + "/holder", name("A")).expect(409, "transfer.closed");
    organizer.put(terms, terms(true, null)).expect(200);
    claim(friend, open, null).expect(200);
    JsonObject seen = organizer.get(Studio.EVENTS + "/" + slug + "/transfers").expect(200).json();
    assertEquals(1, seen.getInt("total"));
    assertTrue(!seen.toString().contains(friend.email()), "an organizer reads no addresses");
    stranger
        .signedIn("promoter@encore.example", "encore-demo-2026")
        .put(terms, terms(false, null))
        .expect(404, "event.not_found");
  }

  private static Answer offer(Fan giver, String ticket, String email) {
    return giver.program().once().post(TICKETS + ticket + "/transfers", to(email));
  }

  private static Answer claim(Fan fan, JsonObject transfer, String signature) {
    var wish = Json.createObjectBuilder().add("holderName", "Rin Aoki");
    wish.add("signature", signature == null ? JsonValue.NULL : Json.createValue(signature));
    return fan.program()
        .post(TRANSFERS + "/" + transfer.getString("code") + "/claim", wish.build());
  }

  private static Answer refuse(Fan fan, JsonObject transfer) {
    return fan.program().post(TRANSFERS + "/" + transfer.getString("code") + "/refusal");
  }

  private static String statusOf(Fan friend, Fan giver, JsonObject transfer) {
    assertEquals(0, friend.program().get(TRANSFERS).expect(200).array().size());
    return giver.program().get(TRANSFERS).expect(200).array().getValuesAs(JsonObject.class).stream()
        .filter(row -> row.getString("code").equals(transfer.getString("code")))
        .findFirst()
        .orElseThrow()
        .getString("status");
  }

  private static int pages(Fan fan, String order) throws Exception {
    Answer pdf = fan.program().get(TICKETS + order + "/pdf").expect(200);
    try (PDDocument document = Loader.loadPDF(pdf.body())) {
      return document.getNumberOfPages();
    }
  }

  private String scan(String slug, String qr) {
    JsonObject scan =
        Json.createObjectBuilder()
            .add("qr", qr)
            .add("gate", "North gate")
            .add("nonce", UUID.randomUUID().toString())
            .add("event", slug)
            .build();
    return organizer.post("/api/v1/check-ins", scan).expect(200).json().getString("outcome");
  }

  private Matcher link(String email, String transfer) {
    String found =
        SimulatorClient.await(
                () ->
                    encore.simulator().mails(email).stream()
                        .flatMap(
                            mail ->
                                mail.getJsonArray("links").getValuesAs(JsonString.class).stream())
                        .map(JsonString::getString)
                        .filter(link -> link.contains(transfer))
                        .map(link -> Json.createObjectBuilder().add("link", link).build())
                        .toList(),
                Fan.PATIENCE)
            .get(0)
            .getString("link");
    Matcher link = LINK.matcher(found);
    assertTrue(link.find(), found);
    stranger.get(link.group()).expect(200);
    stranger.get(link.group().substring(0, link.group().length() - 3) + "000").expect(404);
    return link;
  }

  private void mail(String email, String words) {
    SimulatorClient.await(
        () ->
            encore.simulator().mails(email).stream()
                .filter(mail -> mail.toString().contains(words))
                .toList(),
        Fan.PATIENCE);
  }

  private static JsonObject to(String email) {
    return Json.createObjectBuilder().add("email", email).build();
  }

  private static JsonObject name(String name) {
    return Json.createObjectBuilder().add("holderName", name).build();
  }

  private static JsonObject terms(boolean allowed, String closesAt) {
    var terms =
        Json.createObjectBuilder().add("transfersAllowed", allowed).add("renamesAllowed", true);
    terms.add("closesAt", closesAt == null ? JsonValue.NULL : Json.createValue(closesAt));
    return terms.build();
  }
}
