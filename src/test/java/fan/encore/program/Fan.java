package fan.encore.program;

import fan.encore.local.RunningEncore;
import fan.encore.local.sim.SimulatorClient;
import fan.encore.program.Program.Answer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A new fan of her own for a test, whose program does what she wants.
 *
 * @param program signed in as her
 */
public record Fan(String email, String password, Program program) {

  static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final Pattern TOKEN = Pattern.compile("/confirm\\?token=([^&\\s\"]+)");
  private static final String SECRET = "Green lantern 43 river";

  /** Registers, confirms with the token of the mail, and signs in. */
  public static Fan join(RunningEncore encore, String name) {
    String email = name.toLowerCase() + "-" + UUID.randomUUID() + "@fans.example";
    Program stranger = new Program(encore.url());
    stranger.post("/api/v1/auth/register", registration(email, SECRET, name)).expect(201);
    JsonObject token =
        Json.createObjectBuilder().add("token", token(encore.simulator(), email)).build();
    stranger.post("/api/v1/auth/confirm", token).expect(204);
    return new Fan(email, SECRET, stranger.signedIn(email, SECRET));
  }

  static JsonObject registration(String email, String password, String name) {
    return Json.createObjectBuilder()
        .add("email", email)
        .add("password", password)
        .add("displayName", name)
        .build();
  }

  static String token(SimulatorClient outside, String email) {
    return SimulatorClient.await(() -> links(outside, email), PATIENCE).get(0).getString("token");
  }

  private static List<JsonObject> links(SimulatorClient outside, String email) {
    return outside.mails(email).stream()
        .flatMap(mail -> mail.getJsonArray("links").getValuesAs(JsonString.class).stream())
        .map(link -> TOKEN.matcher(link.getString()))
        .filter(Matcher::find)
        .map(found -> Json.createObjectBuilder().add("token", found.group(1)).build())
        .toList();
  }

  /**
   * Buys and pays a pack of diamonds.
   *
   * @return code of the payment
   */
  public String buysDiamonds(RunningEncore encore, String pack) {
    JsonObject wish = Json.createObjectBuilder().add("packCode", pack).build();
    JsonObject started = program.once().post("/api/v1/diamond-orders", wish).expect(201).json();
    encore.simulator().approve(checkout(started.getString("redirectUrl")));
    awaitStatus("/api/v1/payments/" + started.getString("code"), "CAPTURED");
    return started.getString("code");
  }

  /** Asks for her chain and draws ten prizes. */
  public void drawsTen(String banner) {
    program.get("/api/v1/banners/" + banner + "/chain").expect(200);
    JsonObject wish = Json.createObjectBuilder().add("count", 10).add("clientSeed", "test").build();
    program.once().post("/api/v1/banners/" + banner + "/draws", wish).expect(201);
  }

  /**
   * Reserves, orders and pays tickets of one type.
   *
   * @return code of the paid order
   */
  public String buys(RunningEncore encore, String slug, String type, int quantity) {
    Answer held =
        program
            .once()
            .post("/api/v1/events/" + slug + "/reservations", wish(type, quantity))
            .expect(201);
    JsonObject wish =
        Json.createObjectBuilder()
            .add("reservationCode", held.json().getString("code"))
            .add("provider", "sandbox")
            .add("holderName", "Rin Tanaka")
            .build();
    Answer placed = program.once().post("/api/v1/orders", wish).expect(201);
    encore.simulator().approve(checkout(placed.json().getString("redirectUrl")));
    String order = placed.json().getString("code");
    awaitStatus("/api/v1/orders/" + order, "PAID");
    return order;
  }

  /** The tickets of an order, each as the API shows it. */
  public List<JsonObject> tickets(String order) {
    return program
        .get("/api/v1/tickets?size=200")
        .expect(200)
        .json()
        .getJsonArray("items")
        .getValuesAs(JsonObject.class)
        .stream()
        .filter(ticket -> ticket.getString("order").equals(order))
        .toList();
  }

  static JsonObject wish(String type, int quantity) {
    JsonObject line =
        Json.createObjectBuilder().add("ticketType", type).add("quantity", quantity).build();
    return Json.createObjectBuilder().add("lines", Json.createArrayBuilder(List.of(line))).build();
  }

  /** The provider's number of a payment: the last part of its page's address. */
  static String checkout(String redirectUrl) {
    return redirectUrl.substring(redirectUrl.lastIndexOf('/') + 1);
  }

  /** Asks until an order or a payment is there; a payment must be settled, too. */
  JsonObject awaitStatus(String path, String status) {
    return SimulatorClient.await(
            () -> {
              JsonObject answer = program.get(path).expect(200).json();
              boolean there = answer.getString("status").equals(status);
              return there && answer.getBoolean("settled", true) ? List.of(answer) : List.of();
            },
            PATIENCE)
        .get(0);
  }
}
