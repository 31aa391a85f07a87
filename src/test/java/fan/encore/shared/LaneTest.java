package fan.encore.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LaneTest {

  private static final long PATIENCE = 10_000;

  private static final class Overrun extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private final ExecutorService fans = Executors.newFixedThreadPool(32);

  @AfterEach
  void goHome() {
    fans.shutdownNow();
  }

  @Test
  void everybodyGetsHerOwnAnswer() throws Exception {
    Lane<Integer, Integer> lane = lane(8, wishes -> wishes.stream().map(w -> -w).toList());
    List<Future<Integer>> answers = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      int wish = i;
      answers.add(fans.submit(() -> lane.ask(wish % 7, "", wish, PATIENCE)));
    }
    for (int i = 0; i < 500; i++) {
      assertEquals(-i, answers.get(i).get());
    }
  }

  @Test
  void whoWaitsIsServedTogetherAndAFanInOneMatterAtATime() throws Exception {
    CountDownLatch open = new CountDownLatch(1);
    AtomicInteger taken = new AtomicInteger();
    List<List<Integer>> rounds = new ArrayList<>();
    Lane<Integer, Integer> lane =
        lane(
            20,
            wishes -> {
              taken.addAndGet(wishes.size());
              await(open);
              rounds.add(wishes);
              return wishes;
            });
    List<Future<Integer>> answers = new ArrayList<>();
    for (int wish : new int[] {0, 1, 2, 3, 4, 11, 21, 31, 41, 51, 61, 71, 81, 91, 101}) {
      String matter = wish == 101 ? "another" : "one";
      answers.add(fans.submit(() -> lane.ask(wish % 10, matter, wish, PATIENCE)));
    }
    awaitWaiting(lane, () -> answers.size() - taken.get());
    open.countDown();
    for (Future<Integer> answer : answers) {
      answer.get();
    }
    assertTrue(rounds.size() < answers.size(), rounds::toString);
    for (List<Integer> round : rounds) {
      List<Integer> hers = round.stream().filter(wish -> wish % 10 == 1).toList();
      assertTrue(hers.size() <= Lane.OF_ONE_FAN, rounds::toString);
      assertTrue(hers.size() == 1 || !hers.contains(101), rounds::toString);
    }
  }

  @Test
  void aBadWishFailsAloneAndItsNeighboursAreServed() throws Exception {
    Lane<Integer, Integer> lane =
        lane(
            8,
            wishes -> {
              if (wishes.contains(13)) {
                throw new IllegalArgumentException("13");
              }
              return wishes;
            });
    List<Future<Integer>> answers = new ArrayList<>();
    for (int i = 0; i < 26; i++) {
      int wish = i;
      answers.add(fans.submit(() -> lane.ask(wish, "", wish, PATIENCE)));
    }
    for (int i = 0; i < 26; i++) {
      Future<Integer> answer = answers.get(i);
      if (i == 13) {
        assertThrows(Exception.class, answer::get);
      } else {
        assertEquals(i, answer.get());
      }
    }
    assertThrows(IllegalArgumentException.class, () -> lane.ask(1, "", 13, PATIENCE));
    assertEquals(5, lane.ask(1, "", 5, PATIENCE), "the counter goes on");
  }

  @Test
  void whoFindsTheQueueFullOrLosesPatienceIsRefusedAndTheLaneGoesOn() throws Exception {
    CountDownLatch open = new CountDownLatch(1);
    CountDownLatch taken = new CountDownLatch(1);
    AtomicInteger served = new AtomicInteger();
    Lane<Integer, Integer> lane =
        new Lane<>(
            8,
            2,
            wishes -> {
              taken.countDown();
              await(open);
              served.addAndGet(wishes.size());
              return wishes;
            },
            Overrun::new);
    Future<Integer> first = fans.submit(() -> lane.ask(1, "", 1, PATIENCE));
    taken.await();
    Future<Integer> patient = fans.submit(() -> lane.ask(2, "", 2, PATIENCE));
    awaitWaiting(lane, () -> 1);
    assertThrows(Overrun.class, () -> lane.ask(3, "", 3, 30));
    Future<Integer> another = fans.submit(() -> lane.ask(4, "", 4, PATIENCE));
    awaitWaiting(lane, () -> 2);
    assertThrows(Overrun.class, () -> lane.ask(5, "", 5, PATIENCE), "two wait already");
    open.countDown();
    assertEquals(1, first.get());
    assertEquals(2, patient.get());
    assertEquals(4, another.get());
    assertEquals(3, served.get(), "who left was not served");
  }

  private static Lane<Integer, Integer> lane(
      int most, Function<List<Integer>, List<Integer>> work) {
    return new Lane<>(most, 1_000, work, Overrun::new);
  }

  private static void awaitWaiting(Lane<?, ?> lane, IntSupplier fans) throws InterruptedException {
    while (lane.waiting() < fans.getAsInt()) {
      Thread.sleep(1);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
