package fan.encore.bench;

import fan.encore.messaging.Queues;
import fan.encore.shared.Sql;
import java.util.Locale;

/** How fast the documents of paid orders come out of the queue when nobody else wants anything. */
final class Printing {

  private static final long ENOUGH = 10_000;
  private static final long PATIENCE_NANOS = 90_000_000_000L;
  private static final long PAUSE_MILLIS = 100;

  private static final String PRINTED =
      "select count(*) from encore.outbox_message where queue = ? and state = 'SENT'";
  private static final String WAITING =
      "select count(*) from encore.outbox_message where queue = ? and state in ('PENDING', 'SENDING')";

  private Printing() {}

  /** Waits until ten thousand are printed, or none is left. */
  static void measure(Sql sql) throws InterruptedException {
    long before = sql.number(PRINTED, Queues.TICKET_PDF);
    long begin = System.nanoTime();
    long printed = 0;
    while (printed < ENOUGH
        && System.nanoTime() - begin < PATIENCE_NANOS
        && sql.number(WAITING, Queues.TICKET_PDF) > 0) {
      Thread.sleep(PAUSE_MILLIS);
      printed = sql.number(PRINTED, Queues.TICKET_PDF) - before;
    }
    System.out.println(
        String.format(
            Locale.ROOT,
            "%,d ticket documents through the queue: %.0f/s, their mails beside them.",
            printed,
            printed / ((System.nanoTime() - begin) / 1e9)));
  }
}
