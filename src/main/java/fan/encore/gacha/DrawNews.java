package fan.encore.gacha;

import fan.encore.shared.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Tells every node which fan has a new draw, so that her open pages can show it. A draw only leaves
 * a note in memory; one thread of this node ({@link DrawHerald}) sends many notes in one {@code
 * NOTIFY}. A note may be lost, with the node or when too many wait: who listens asks now and then
 * for what she missed ({@link DrawWire}), so a lost note is late news and nothing else.
 */
@ApplicationScoped
public class DrawNews {

  /** The channel of {@code LISTEN}; a message has one line for each draw: account, blank, code. */
  static final String CHANNEL = "encore_draw";

  private static final int WAITING = 8_192;

  /** Lines of at most 40 bytes in a message of less than 8,000. */
  private static final int TOGETHER = 150;

  private final BlockingQueue<String> notes = new ArrayBlockingQueue<>(WAITING);

  @Inject private Sql sql;

  /** For the container. */
  public DrawNews() {}

  /** Outside the server. */
  public DrawNews(Sql sql) {
    this.sql = sql;
  }

  /** After the commit; returns at once. */
  void drawn(long accountId, String code) {
    notes.offer(accountId + " " + code);
  }

  /** Waits for a note and sends all that are there. For the one thread only. */
  void tell() throws InterruptedException {
    String first = notes.take();
    do {
      List<String> lines = new ArrayList<>();
      lines.add(first);
      notes.drainTo(lines, TOGETHER - 1);
      sql.first("select pg_notify(?, ?)", row -> true, CHANNEL, String.join("\n", lines));
      first = notes.poll();
    } while (first != null);
  }
}
