package fan.encore.local;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Many who do something at the same moment: what races are made of. */
public final class Crowd {

  private Crowd() {}

  /** What one of them does. */
  public interface Turn<T> {
    /**
     * @param number which one of the crowd this is, from 0
     */
    T take(int number) throws Exception;
  }

  /**
   * All of them start when the last one is there.
   *
   * @return their answers in the order of their numbers
   * @throws java.util.concurrent.ExecutionException if one of them failed
   */
  public static <T> List<T> atOnce(int many, Turn<T> turn) throws Exception {
    return atOnce(
        IntStream.range(0, many).<Callable<T>>mapToObj(number -> () -> turn.take(number)).toList());
  }

  /** As {@link #atOnce(int, Turn)} where each does something of its own. */
  public static <T> List<T> atOnce(List<Callable<T>> turns) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(turns.size());
    CyclicBarrier start = new CyclicBarrier(turns.size());
    try {
      List<Future<T>> running = new ArrayList<>();
      for (Callable<T> turn : turns) {
        running.add(
            threads.submit(
                () -> {
                  start.await();
                  return turn.call();
                }));
      }
      List<T> answers = new ArrayList<>();
      for (Future<T> one : running) {
        answers.add(one.get());
      }
      return answers;
    } finally {
      threads.shutdownNow();
    }
  }

  /** How many of them answer true. */
  public static long wins(int many, Turn<Boolean> turn) throws Exception {
    return atOnce(many, turn).stream().filter(won -> won).count();
  }
}
