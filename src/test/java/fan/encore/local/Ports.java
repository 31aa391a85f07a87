package fan.encore.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Loopback ports that nobody uses. */
public final class Ports {

  private Ports() {}

  /** Any free port. */
  public static int free() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** The wanted port if nobody listens on it, else the next free one above it. */
  public static int freeFrom(int wanted) throws IOException {
    for (int port = wanted; port < wanted + 50; port++) {
      if (isFree(port)) {
        return port;
      }
    }
    return free();
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
    }
  }
}
