package fan.encore.waitingroom;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The rules of the queue, without a database. */
class QueueOrderTest {

  private static final RoomKey KEY = RoomKey.of(new byte[] {1, 2, 3});

  @Test
  void theListSaysNothingAboutWhoCameFirst() {
    String list = QueueOrder.list(List.of("Q-C x", "Q-A y", "Q-B z"));
    assertEquals("Q-A y\nQ-B z\nQ-C x", list);
    assertEquals(list, QueueOrder.list(List.of("Q-B z", "Q-C x", "Q-A y")));
  }

  @Test
  void everybodyIsDrawnOnce() {
    String list = QueueOrder.list(IntStream.range(0, 1000).mapToObj(i -> "Q-" + i + " -").toList());
    String[] order = QueueOrder.draw(new byte[32], list);
    assertEquals(1000, Arrays.stream(order).distinct().count());
    assertArrayEquals(order, QueueOrder.draw(new byte[32], list));
    assertArrayEquals(new String[0], QueueOrder.draw(new byte[32], ""));
  }

  /** Chi-square with 9 degrees of freedom: 27.9 is passed by chance once in a thousand seeds. */
  @Test
  void everyPlaceIsEquallyLikely() {
    int[] firsts = new int[10];
    String list = QueueOrder.list(IntStream.range(0, 10).mapToObj(i -> "Q-" + i + " -").toList());
    for (int round = 0; round < 5000; round++) {
      byte[] seed = new byte[32];
      seed[0] = (byte) round;
      seed[1] = (byte) (round >> 8);
      firsts[QueueOrder.draw(seed, list)[0].charAt(2) - '0']++;
    }
    double chi = Arrays.stream(firsts).mapToDouble(n -> (n - 500) * (n - 500) / 500.0).sum();
    assertTrue(chi < 27.9, Arrays.toString(firsts));
  }

  @Test
  void aSlipIsReadOnlyAsItWasSigned() {
    Slip slip = new Slip(12, 345);
    String word = slip.signed(KEY);
    assertEquals(slip, Slip.read(word));
    assertTrue(Slip.read(word).isOf(KEY, word));
    String other = word.replace("345", "346");
    assertNotNull(Slip.read(other));
    assertTrue(!Slip.read(other).isOf(KEY, other));
    for (String nonsense :
        List.of("", "-", "1-2-3", "x-1-0123456789abcdef", "1--0123456789abcdef")) {
      assertNull(Slip.read(nonsense), nonsense);
    }
  }

  @Test
  void thePaceStaysBetweenItsBounds() {
    float pace = 60;
    for (int second = 0; second < 600; second++) {
      pace = Outflow.next(pace, 1_000, 60, 1200);
    }
    assertEquals(1200, pace);
    for (int second = 0; second < 60; second++) {
      pace = Outflow.next(pace, 5_000_000, 60, 1200);
    }
    assertEquals(60, pace);
  }

  @Test
  void whoIsNearAsksOftenAndAllTogetherNotTooOften() {
    Instant now = Instant.EPOCH;
    BoardRoom room =
        new BoardRoom(1, RoomStatus.RUNNING, now, false, 20_000, 20_000, 0, 600, 9000, 0);
    assertEquals(2_000, room.poll("WAITING", room.seconds(10), 0.5));
    assertTrue(room.poll("WAITING", -1, 0.5) >= 25_000, "20,000 fans, 800 a second");
    assertEquals(60_000, room.poll("WAITING", room.seconds(20_000), 0.5));
    BoardRoom small = new BoardRoom(1, RoomStatus.RUNNING, now, false, 50, 50, 0, 60, 9000, 0);
    assertEquals(2_000, small.poll("WAITING", small.seconds(3), 0.5));
    assertEquals(-1, new BoardRoom(1, RoomStatus.RUNNING, now, true, 9, 9, 0, 60, 9, 0).seconds(5));
    String answer = small.answer(3, now, 0.5);
    assertTrue(answer.startsWith("{\"state\":\"WAITING\",\"queue\":50,\"place\":3,\"ahead\":2,"));
    assertTrue(small.answer(null, now, 0.5).contains("JOINING"));
  }
}
