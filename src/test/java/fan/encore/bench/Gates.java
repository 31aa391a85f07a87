package fan.encore.bench;

import static fan.encore.shared.Jsons.JSON;

import fan.encore.bench.Load.Worker;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** The doors of the event: each scan a signed code of its own. */
final class Gates {

  private static final int OWNERS = 64;

  private final String url;
  private final String event;
  private final String keeper;
  private final List<String> codes;
  private final AtomicInteger next = new AtomicInteger();

  private Gates(String url, String event, String keeper, List<String> codes) {
    this.url = url;
    this.event = event;
    this.keeper = keeper;
    this.codes = codes;
  }

  /** Whoever bought by {@link OverHttp#order} comes with her tickets. */
  static Gates open(String url, Stage stage) throws IOException {
    List<String> codes = new ArrayList<>();
    try (Wire wire = new Wire(url)) {
      for (Stage.Fan fan : stage.fans().subList(0, OWNERS)) {
        Stage.object(Stage.good(wire.get("/api/v1/tickets?size=200", fan.token())))
            .getJsonArray("items")
            .getValuesAs(JsonObject.class)
            .forEach(ticket -> codes.add(ticket.getString("qr")));
      }
      Collections.shuffle(codes, new Random(1));
      return new Gates(url, stage.slug(), Stage.token(wire, "organizer@encore.example"), codes);
    }
  }

  /** One scanner; when all are in, codes are shown a second time and refused. */
  Worker scanner(int number) {
    Wire wire = new Wire(url);
    return new Worker() {
      @Override
      public void once() throws IOException {
        String scan =
            JSON.createObjectBuilder()
                .add("qr", codes.get(next.getAndIncrement() % codes.size()))
                .add("event", event)
                .add("gate", "Gate " + number)
                .add("nonce", UUID.randomUUID().toString())
                .build()
                .toString();
        Stage.good(wire.post("/api/v1/check-ins", keeper, null, scan));
      }

      @Override
      public void close() throws IOException {
        wire.close();
      }
    };
  }
}
