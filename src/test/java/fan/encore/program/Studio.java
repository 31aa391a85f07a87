package fan.encore.program;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneId;
import javax.imageio.ImageIO;

/**
 * An organizer's program: what it sends, and an event made of it.
 *
 * @param program signed in as the organizer
 */
public record Studio(Program program) {

  static final String EVENTS = "/api/v1/studio/events";

  private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

  /** An event of tomorrow that is published, with 30 tickets of one type at 4200 yen. */
  public String publishes(String title) {
    return publishes(title, 30);
  }

  /** As above, with so many tickets. */
  public String publishes(String title, int capacity) {
    String slug = creates(title);
    String path = EVENTS + "/" + slug;
    program.post(path + "/ticket-types", ticketType(capacity).build()).expect(201);
    program.post(path + "/publication").expect(200);
    return slug;
  }

  String creates(String title) {
    JsonObject draft = event(title, venue()).build();
    return program.post(EVENTS, draft).expect(201).json().getString("slug");
  }

  /** A new venue's code. */
  String venue() {
    return program
        .post("/api/v1/studio/venues", hall().build())
        .expect(201)
        .json()
        .getString("code");
  }

  static JsonObjectBuilder hall() {
    return Json.createObjectBuilder()
        .add("name", "Harbour Hall")
        .add("address", "1-2-3 Minato")
        .add("city", "Yokohama")
        .add("country", "JP")
        .add("zone", TOKYO.getId());
  }

  static JsonObjectBuilder event(String title, String venue) {
    String tomorrow = LocalDate.now(TOKYO).plusDays(1).toString();
    return Json.createObjectBuilder()
        .add("title", title)
        .add("description", "Two hours by the water.")
        .add("category", "CONCERT")
        .add("venueCode", venue)
        .add("currency", "JPY")
        .add("startsAt", tomorrow + "T19:00:00")
        .add("endsAt", tomorrow + "T21:00:00");
  }

  static JsonObjectBuilder ticketType(int capacity) {
    LocalDate today = LocalDate.now(TOKYO);
    return Json.createObjectBuilder()
        .add("name", "Standing")
        .add("description", "Unnumbered")
        .add("priceMinor", 4200)
        .add("capacity", capacity)
        .add("saleFrom", today.minusDays(2) + "T10:00:00")
        .add("saleUntil", today.plusDays(1) + "T19:00:00")
        .add("maxPerOrder", 4);
  }

  static byte[] picture() {
    BufferedImage image = new BufferedImage(640, 360, BufferedImage.TYPE_INT_RGB);
    var brush = image.createGraphics();
    brush.setColor(new Color(0x2b1055));
    brush.fillRect(0, 0, 640, 360);
    brush.dispose();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
