package fan.encore.bench;

import static fan.encore.shared.Jsons.JSON;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonStructure;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;

/**
 * Who and what the load needs: a crowd of fans, an open banner, and an event of its own with one
 * free ticket type that cannot run out.
 *
 * @param fans signed in
 * @param banner code of an open banner
 * @param group the group of banners that it belongs to
 * @param slug of the event
 * @param type code of the ticket type that everybody wants, a million of them
 * @param few code of one that has a thousand
 */
record Stage(List<Fan> fans, String banner, String group, String slug, String type, String few) {

  private static final String PASSWORD = "encore-demo-2026";
  private static final int TICKETS = 1_000_000;
  private static final int FEW = 1_000;

  /** A fan with her account's number and access token. */
  record Fan(long id, String token) {}

  static Stage set(String url, DataSource database, Path tokens) throws IOException, SQLException {
    try (Wire wire = new Wire(url)) {
      String slug = event(wire, token(wire, "organizer@encore.example"));
      JsonArray types =
          object(good(wire.get("/api/v1/events/" + slug, null))).getJsonArray("ticketTypes");
      String banner = openBanner(wire);
      String group = object(good(wire.get("/api/v1/banners/" + banner, null))).getString("group");
      return new Stage(
          Crowd.come(database, group, tokens), banner, group, slug, code(types, 0), code(types, 1));
    }
  }

  /** Anybody of the crowd. */
  Fan anybody() {
    return fans.get(ThreadLocalRandom.current().nextInt(fans.size()));
  }

  static String token(Wire wire, String email) throws IOException {
    String login =
        JSON.createObjectBuilder().add("email", email).add("password", PASSWORD).build().toString();
    return object(good(wire.post("/api/v1/auth/login", null, null, login)))
        .getString("accessToken");
  }

  private static String openBanner(Wire wire) throws IOException {
    return array(good(wire.get("/api/v1/banners", null))).getValuesAs(JsonObject.class).stream()
        .filter(banner -> banner.getString("phase").equals("OPEN"))
        .map(banner -> banner.getString("code"))
        .findFirst()
        .orElseThrow();
  }

  private static String event(Wire wire, String token) throws IOException {
    String venue =
        array(good(wire.get("/api/v1/studio/venues", token))).getJsonObject(0).getString("code");
    LocalDateTime starts = LocalDate.now().plusDays(60).atTime(19, 0);
    String draft =
        JSON.createObjectBuilder()
            .add("title", "The Longest Queue")
            .add("description", "Everybody wants to be there, and everybody may.")
            .add("category", "CONCERT")
            .add("venueCode", venue)
            .add("currency", "JPY")
            .add("startsAt", starts.toString())
            .add("endsAt", starts.plusHours(3).toString())
            .build()
            .toString();
    String slug =
        object(good(wire.post("/api/v1/studio/events", token, null, draft))).getString("slug");
    String path = "/api/v1/studio/events/" + slug;
    good(wire.post(path + "/ticket-types", token, null, type("Standing", TICKETS, starts)));
    good(wire.post(path + "/ticket-types", token, null, type("Balcony", FEW, starts)));
    good(wire.post(path + "/publication", token, null, "{}"));
    return slug;
  }

  private static String type(String name, int capacity, LocalDateTime until) {
    return JSON.createObjectBuilder()
        .add("name", name)
        .add("description", "")
        .add("priceMinor", 0)
        .add("capacity", capacity)
        .add("saleFrom", LocalDateTime.now().minusDays(2).toString())
        .add("saleUntil", until.toString())
        .add("maxPerOrder", 10)
        .build()
        .toString();
  }

  private static String code(JsonArray types, int place) {
    return types.getJsonObject(place).getString("code");
  }

  static Wire.Answer good(Wire.Answer answer) {
    if (!answer.isGood()) {
      throw new IllegalStateException(answer.status() + " " + answer.body());
    }
    return answer;
  }

  static JsonObject object(Wire.Answer answer) {
    return json(answer).asJsonObject();
  }

  private static JsonArray array(Wire.Answer answer) {
    return json(answer).asJsonArray();
  }

  private static JsonStructure json(Wire.Answer answer) {
    try (JsonReader reader = JSON.createReader(new StringReader(answer.body()))) {
      return reader.read();
    }
  }
}
