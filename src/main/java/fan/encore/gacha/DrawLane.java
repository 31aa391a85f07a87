package fan.encore.gacha;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * A queue for one counter, where whoever stands in front does the work of all who wait behind: she
 * takes their wishes with her, commits them in one transaction, hands everybody the answer and the
 * counter to the next. Nobody holds a database connection while waiting, and the busier it is, the
 * more draws share one commit.
 *
 * @param <W> what is wished
 * @param <A> what is answered
 */
final class DrawLane<W, A> {

  /**
   * One who waits.
   *
   * @param <W> what is wished
   * @param <A> what is answered
   */
  private static final class Place<W, A> {
    private final long fan;
    private final W wish;
    private A answer;
    private RuntimeException failure;
    private boolean leads;
    private boolean served;

    private Place(long fan, W wish) {
      this.fan = fan;
      this.wish = wish;
    }
  }

  private final int most;
  private final int capacity;
  private final Function<List<W>, List<A>> work;
  private final Deque<Place<W, A>> queue = new ArrayDeque<>();
  private boolean busy;

  /**
   * @param most wishes in one transaction
   * @param capacity how many may wait; more are refused at once
   * @param work answers wishes in their order, all of them or none; two of one fan never come
   *     together
   */
  DrawLane(int most, int capacity, Function<List<W>, List<A>> work) {
    this.most = most;
    this.capacity = capacity;
    this.work = work;
  }

  /**
   * Waits for the answer.
   *
   * @throws DeskOverrun if too many wait already
   * @throws DeskOverrun if too many wait already, or it took longer than the patience; a wish that
   *     was taken up by then may still be fulfilled
   */
  A ask(long fan, W wish, long patienceMillis) {
    Place<W, A> place = new Place<>(fan, wish);
    synchronized (this) {
      if (queue.size() >= capacity) {
        throw new DeskOverrun();
      }
      queue.add(place);
      place.leads = !busy;
      busy = true;
    }
    if (!leads(place, patienceMillis)) {
      return answer(place);
    }
    try {
      serve(together(place));
    } finally {
      handOver();
    }
    return answer(place);
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
    throw new DeskOverrun();
  }

  /** The leader and those behind her, each fan once; who comes again waits for the next round. */
  private synchronized List<Place<W, A>> together(Place<W, A> leader) {
    List<Place<W, A>> taken = new ArrayList<>();
    Set<Long> fans = new HashSet<>();
    queue.remove(leader);
    taken.add(leader);
    fans.add(leader.fan);
    for (Iterator<Place<W, A>> waiting = queue.iterator();
        waiting.hasNext() && taken.size() < most; ) {
      Place<W, A> next = waiting.next();
      if (fans.add(next.fan)) {
        taken.add(next);
        waiting.remove();
      }
    }
    return taken;
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
    places.forEach(DrawLane::wake);
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
