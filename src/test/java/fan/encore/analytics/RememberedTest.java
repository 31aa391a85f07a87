package fan.encore.analytics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** However many look at figures, they are read once. */
class RememberedTest {

  @Test
  void manyWhoLookAtOnceReadOnce() throws Exception {
    Remembered<Integer> figures = new Remembered<>();
    AtomicInteger readings = new AtomicInteger();
    CountDownLatch allHere = new CountDownLatch(32);
    ExecutorService lookers = Executors.newFixedThreadPool(32);
    try {
      List<Future<Integer>> seen = new ArrayList<>();
      for (int i = 0; i < 32; i++) {
        Callable<Integer> look =
            () -> {
              allHere.countDown();
              allHere.await();
              return figures.get(readings::incrementAndGet);
            };
        seen.add(lookers.submit(look));
      }
      for (Future<Integer> one : seen) {
        assertEquals(1, one.get(20, TimeUnit.SECONDS));
      }
    } finally {
      lookers.shutdownNow();
    }
    assertEquals(1, readings.get());
  }
}
