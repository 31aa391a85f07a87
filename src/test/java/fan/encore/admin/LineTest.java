package fan.encore.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class LineTest {

  @Test
  void aNeighbourThatAnswersIsWell() throws IOException {
    try (ServerSocket neighbour = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertEquals(
          Condition.WELL, Line.to("mail", "127.0.0.1", neighbour.getLocalPort()).condition());
      assertEquals(
          Condition.WELL,
          Line.to("sms", "http://127.0.0.1:" + neighbour.getLocalPort() + "/v1").condition());
    }
  }

  @Test
  void aNeighbourThatIsGoneIsDown() throws IOException {
    int port;
    try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = gone.getLocalPort();
    }
    assertEquals(Condition.DOWN, Line.to("broker", "127.0.0.1", port).condition());
  }

  @Test
  void theWorstPartTellsHowTheWholeIs() {
    assertEquals(Condition.DOWN, Condition.CARE.and(Condition.DOWN).and(Condition.WELL));
    assertEquals(Condition.WELL, Condition.WELL.and(Condition.WELL));
  }
}
