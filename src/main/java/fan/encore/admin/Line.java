package fan.encore.admin;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The line to a neighbour: opened and closed again, nothing is said. */
final class Line {

  private static final int PATIENCE_MILLIS = 800;

  private Line() {}

  /** Whether the neighbour at this host and port answers, and how fast. */
  static Vital to(String name, String host, int port) {
    Fact address = Fact.of("address", host + ":" + port);
    long start = System.nanoTime();
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(host, port), PATIENCE_MILLIS);
      long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
      return new Vital(name, Condition.WELL, List.of(address, Fact.of("round_trip", millis)));
    } catch (IOException unreachable) {
      return new Vital(name, Condition.DOWN, List.of(address));
    }
  }

  /** As {@link #to(String, String, int)}, for the server of an http address. */
  static Vital to(String name, String address) {
    URI uri = URI.create(address);
    int usual = "https".equals(uri.getScheme()) ? 443 : 80;
    return to(name, uri.getHost(), uri.getPort() < 0 ? usual : uri.getPort());
  }
}
