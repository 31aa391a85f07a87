package fan.encore.gacha.web;

import fan.encore.gacha.DrawFollower;
import fan.encore.gacha.DrawWire;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The open pages on this node that wait for draws made elsewhere. They cost a socket each, and one
 * thread and one database connection together while there are any.
 */
@ApplicationScoped
public class DrawStreams implements DrawFollower {

  /** Pages of one fan; the one that has been open longest goes when another comes. */
  private static final int OF_ONE_FAN = 4;

  private static final int OF_ALL = 2_000;
  private static final long HEARTBEAT_NANOS = TimeUnit.SECONDS.toNanos(20);

  /** Then the browser comes again and is asked anew who it is. */
  private static final long LIFE_NANOS = TimeUnit.MINUTES.toNanos(10);

  private final Map<Long, List<DrawStream>> byAccount = new ConcurrentHashMap<>();
  private final ConcurrentLinkedQueue<Newcomer> waiting = new ConcurrentLinkedQueue<>();
  private final AtomicInteger count = new AtomicInteger();
  private Thread thread;

  @Inject private DrawWire wire;
  @Resource private ManagedThreadFactory threads;

  /** For the container. */
  public DrawStreams() {}

  /** Whether this node has no place for another page. */
  boolean full() {
    return count.get() >= OF_ALL;
  }

  /** Tells a page what it missed and what comes. */
  void open(DrawStream stream) {
    List<DrawStream> mine =
        byAccount.compute(
            stream.accountId(),
            (account, before) -> {
              List<DrawStream> all = before == null ? new CopyOnWriteArrayList<>() : before;
              all.add(stream);
              return all;
            });
    count.incrementAndGet();
    ask(stream);
    if (mine.size() > OF_ONE_FAN) {
      mine.stream()
          .min(Comparator.comparingLong(DrawStream::openedNanos))
          .ifPresent(
              oldest -> {
                oldest.write("event: enough\ndata:\n\n", System.nanoTime());
                close(oldest);
              });
    }
    listen();
  }

  private void ask(DrawStream stream) {
    waiting.add(new Newcomer(stream, stream.accountId(), stream.last()));
  }

  /** Forgets a page that is gone. */
  void close(DrawStream stream) {
    stream.end();
    byAccount.computeIfPresent(
        stream.accountId(),
        (account, all) -> {
          if (all.remove(stream)) {
            count.decrementAndGet();
          }
          return all.isEmpty() ? null : all;
        });
  }

  private synchronized void listen() {
    if (thread == null) {
      thread = threads.newThread(this::follow);
      thread.setName("encore-draw-streams");
      thread.setDaemon(true);
      thread.start();
    }
  }

  private void follow() {
    boolean done = false;
    while (!done) {
      wire.follow(this);
      synchronized (this) {
        done = !present() || Thread.currentThread().isInterrupted();
        if (done) {
          thread = null;
        }
      }
    }
  }

  @PreDestroy
  synchronized void stop() {
    if (thread != null) {
      thread.interrupt();
    }
    interrupted();
  }

  @Override
  public boolean present() {
    return count.get() > 0;
  }

  @Override
  public Collection<Newcomer> newcomers() {
    List<Newcomer> come = new ArrayList<>();
    for (Newcomer one = waiting.poll(); one != null; one = waiting.poll()) {
      come.add(one);
    }
    return come;
  }

  @Override
  public void drawn(long accountId, String code) {
    byAccount
        .getOrDefault(accountId, List.of())
        .forEach(stream -> stream.drawn(code, System.nanoTime()));
  }

  @Override
  public void missed(Object key, String code) {
    ((DrawStream) key).drawn(code, System.nanoTime());
  }

  @Override
  public void interrupted() {
    byAccount.values().forEach(all -> all.forEach(this::close));
  }

  @Override
  public void tick() {
    long now = System.nanoTime();
    byAccount.values().forEach(all -> all.forEach(stream -> tend(stream, now)));
  }

  private void tend(DrawStream stream, long now) {
    if (now - stream.writtenNanos() > HEARTBEAT_NANOS) {
      stream.write(":\n\n", now);
      ask(stream);
    }
    if (stream.over() || now - stream.openedNanos() > LIFE_NANOS) {
      close(stream);
    }
  }
}
