package fan.encore.bench;

import fan.encore.bench.Load.Worker;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/** What fans do, as programs do it at the API and browsers at the pages. */
final class OverHttp {

  private static final long PAUSE_MILLIS = 300;

  /** A reservation and whose it is. */
  record Held(Stage.Fan fan, String reservation) {}

  private final String url;
  private final Stage stage;

  OverHttp(String url, Stage stage) {
    this.url = url;
    this.stage = stage;
  }

  /** A request on a connection of one's own, as one fan. */
  @FunctionalInterface
  private interface Deed {
    void perform(Wire wire, Stage.Fan fan) throws IOException;
  }

  /** Reads a page or a resource, signed in or as a stranger. */
  Worker read(int number, String path, boolean signedIn) {
    return worker(number, (wire, fan) -> Stage.good(wire.get(path, signedIn ? fan.token() : null)));
  }

  /**
   * Anybody draws.
   *
   * @param count 1 or 10
   */
  Worker draw(int count) {
    return worker(stage::anybody, drawing(count));
  }

  /** Anybody draws, and comes again a moment later when told to. */
  Worker rush(LongAdder refused) {
    return worker(
        stage::anybody,
        (wire, fan) -> {
          Wire.Answer answer = draw(wire, fan, stage.banner(), 1);
          while (answer.isRefused()) {
            refused.increment();
            pause();
            answer = draw(wire, fan, stage.banner(), 1);
          }
          Stage.good(answer);
        });
  }

  /** The same fan draws again and again, on many connections at once. */
  Worker hammer() {
    Stage.Fan fan = stage.fans().get(0);
    return worker(() -> fan, drawing(1));
  }

  private Deed drawing(int count) {
    return (wire, fan) -> Stage.good(draw(wire, fan, stage.banner(), count));
  }

  static Wire.Answer draw(Wire wire, Stage.Fan fan, String banner, int count) throws IOException {
    String wish = "{\"count\":" + count + ",\"clientSeed\":\"benchmark\"}";
    return wire.post("/api/v1/banners/" + banner + "/draws", fan.token(), key(), wish);
  }

  private static void pause() throws InterruptedIOException {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      throw new InterruptedIOException();
    }
  }

  /** Holds one ticket of the type that everybody wants. */
  Worker reserve(int number) {
    return worker(number, this::hold);
  }

  /**
   * Holds one ticket and gives it back.
   *
   * @param type code of the ticket type, of few tickets or of many
   */
  Worker holdAndRelease(int number, String type) {
    return worker(
        number,
        (wire, fan) -> {
          String code = Stage.object(hold(wire, fan, type)).getString("code");
          Stage.good(wire.delete("/api/v1/reservations/" + code, fan.token()));
        });
  }

  /** Holds one ticket and orders it; it is free, so it is sold and issued at once. */
  Worker order(int number) {
    return worker(
        number, (wire, fan) -> order(wire, fan, Stage.object(hold(wire, fan)).getString("code")));
  }

  /** Holds tickets for the fans of {@link #orderHeld} to order. */
  Worker holdAhead(int number, Queue<Held> held) {
    return worker(
        number,
        (wire, fan) -> held.add(new Held(fan, Stage.object(hold(wire, fan)).getString("code"))));
  }

  /** Orders what is held already; nothing when all is ordered. */
  Worker orderHeld(Queue<Held> held) {
    return worker(
        0,
        (wire, nobody) -> {
          Held one = held.remove();
          order(wire, one.fan(), one.reservation());
        });
  }

  private static void order(Wire wire, Stage.Fan fan, String reservation) throws IOException {
    String wish =
        "{\"reservationCode\":\""
            + reservation
            + "\",\"provider\":\"sandbox\",\"holderName\":\"Aiko Mori\"}";
    Stage.good(wire.post("/api/v1/orders", fan.token(), key(), wish));
  }

  private Wire.Answer hold(Wire wire, Stage.Fan fan) throws IOException {
    return hold(wire, fan, stage.type());
  }

  private Wire.Answer hold(Wire wire, Stage.Fan fan, String type) throws IOException {
    String path = "/api/v1/events/" + stage.slug() + "/reservations";
    String wish = "{\"lines\":[{\"ticketType\":\"" + type + "\",\"quantity\":1}]}";
    return Stage.good(wire.post(path, fan.token(), key(), wish));
  }

  private Worker worker(int number, Deed deed) {
    Stage.Fan fan = stage.fans().get(number % stage.fans().size());
    return worker(() -> fan, deed);
  }

  private Worker worker(Supplier<Stage.Fan> who, Deed deed) {
    Wire wire = new Wire(url);
    return new Worker() {
      @Override
      public void once() throws IOException {
        deed.perform(wire, who.get());
      }

      @Override
      public void close() throws IOException {
        wire.close();
      }
    };
  }

  private static String key() {
    return UUID.randomUUID().toString();
  }
}
