package fan.encore.shared;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A queue for one counter, where whoever stands in front does the work of all who wait behind: she
 * takes their wishes with her, commits them in one transaction, hands the counter to the next and
 * everybody the answer. Nobody holds a database connection while waiting, and the busier it is, the
 * more draws share one commit.
 *
 * @param <W> what is wished
 * @param <A> what is answered
 */
public final class Lane<W, A> {

  /**
   * One who waits.
   *
   * @param <W> what is wished
   * @param <A> what is answered
   */
  private static final class Place<W, A> {
    private final long fan;
    private final String matter;
    private final W wish;
    private A answer;
    private RuntimeException failure;
    private boolean leads;
    private boolean served;

    private Place(long fan, String matter, W wish) {
      this.fan = fan;
      this.matter = matter;
      this.wish = wish;
    }
  }

  /** Her wishes follow each other within a transaction, and others wait for its end. */
  public static final int OF_ONE_FAN = 8;

  private final int most;
  private final int capacity;
  private final Function<List<W>, List<A>> work;
  private final Supplier<? extends RuntimeException> overrun;
  private final Deque<Place<W, A>> queue = new ArrayDeque<>();
  private boolean busy;

  /**
   * @param most wishes in one transaction
   * @param capacity how many may wait; more are refused at once
   * @param work answers wishes in their order, all of them or none; of one fan at most {@link
   *     #OF_ONE_FAN} come together, and all in one matter
   * @param overrun what is thrown when too many wait
   */
  public Lane(
      int most,
      int capacity,
      Function<List<W>, List<A>> work,
      Supplier<? extends RuntimeException> overrun) {
    this.most = most;
    this.capacity = capacity;
    this.work = work;
    this.overrun = overrun;
  }

  /**
   * Waits for the answer. Throws the overrun if too many wait already, or if it took longer than
   * the patience; a wish that was taken up by then may still be fulfilled.
   *
   * @param matter what the wish will lock besides the fan's purse
   */
  public A ask(long fan, String matter, W wish, long patienceMillis) {
    Place<W, A> place = new Place<>(fan, matter, wish);
    synchronized (this) {
      if (queue.size() >= capacity) {
        throw overrun.get();
      }
      queue.add(place);
      place.leads = !busy;
      busy = true;
    }
    if (!leads(place, patienceMillis)) {
      return answer(place);
    }
    lead(together(place));
    return answer(place);
  }

  /** How many wait and nobody has taken with her yet. */
  synchronized int waiting() {
    return queue.size();
  }

  /** Waits until served or in front; true when in front. */
  private boolean leads(Place<W, A> place, long patienceMillis) {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(patienceMillis);
    boolean interrupted = false;
    synchronized (place) {
      long left = patienceMillis;
      while (!place.served && !place.leads && left > 0) {
        try {
          place.wait(left);
        } catch (InterruptedException e) {
          interrupted = true;
        }
        left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    synchronized (place) {
      if (place.served || place.leads) {
        return !place.served;
      }
    }
    return leave(place);
  }

  /** Patience ended. Who became the leader at the same moment has to lead after all. */
  private boolean leave(Place<W, A> place) {
    synchronized (this) {
      queue.remove(place);
      synchronized (place) {
        if (place.leads) {
          queue.addFirst(place);
          return true;
        }
        if (place.served) {
          return false;
        }
      }
    }
    throw overrun.get();
  }

  /** The leader and those behind her. Of a fan who wishes more than that, the rest waits. */
  private synchronized List<Place<W, A>> together(Place<W, A> leader) {
    List<Place<W, A>> taken = new ArrayList<>();
    Map<Long, List<Place<W, A>>> fans = new HashMap<>();
    queue.remove(leader);
    taken.add(leader);
    fans.computeIfAbsent(leader.fan, fan -> new ArrayList<>()).add(leader);
    for (Iterator<Place<W, A>> waiting = queue.iterator();
        waiting.hasNext() && taken.size() < most; ) {
      Place<W, A> next = waiting.next();
      List<Place<W, A>> own = fans.computeIfAbsent(next.fan, fan -> new ArrayList<>());
      if (own.isEmpty() || own.size() < OF_ONE_FAN && own.get(0).matter.equals(next.matter)) {
        own.add(next);
        taken.add(next);
        waiting.remove();
      }
    }
    return taken;
  }

  /** The counter goes on before the served do: behind all of them the next would wait for long. */
  private void lead(List<Place<W, A>> places) {
    try {
      serve(places);
    } finally {
      handOver();
    }
    places.forEach(Lane::wake);
  }

  private void serve(List<Place<W, A>> places) {
    try {
      List<A> answers = work.apply(places.stream().map(place -> place.wish).toList());
      for (int i = 0; i < places.size(); i++) {
        places.get(i).answer = answers.get(i);
      }
    } catch (RuntimeException failed) {
      if (places.size() > 1) {
        places.forEach(place -> serve(List.of(place)));
        return;
      }
      places.get(0).failure = failed;
    }
  }

  private static <W, A> void wake(Place<W, A> place) {
    synchronized (place) {
      place.served = true;
      place.notifyAll();
    }
  }

  private synchronized void handOver() {
    Place<W, A> next = queue.peek();
    busy = next != null;
    if (busy) {
      synchronized (next) {
        next.leads = true;
        next.notifyAll();
      }
    }
  }

  private static <W, A> A answer(Place<W, A> place) {
    if (place.failure != null) {
      throw place.failure;
    }
    return place.answer;
  }
}
