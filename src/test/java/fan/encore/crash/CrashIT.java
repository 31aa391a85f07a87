package fan.encore.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fan.encore.gacha.DrawReplay;
import fan.encore.gacha.DrawTallies;
import fan.encore.shared.Sql;
import fan.encore.wallet.LedgerCheck;
import fan.encore.wallet.LedgerProof;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/**
 * Server, broker and database are killed with {@code kill -9} in the middle of purchases.
 * Afterwards money, diamonds, draws, tickets and messages agree, and nothing that a fan was told is
 * gone.
 */
class CrashIT {

  private static final int BUYERS = 4;
  private static final int AT_ONCE = 500;
  private static final String EVENT = "adaeze-the-lagos-wedding";

  @Test
  void nothingIsLostWhenEverythingIsKilled() throws Exception {
    try (Stack stack = new Stack(Path.of(System.getProperty("encore.target")))) {
      Sql sql = new Sql(stack.everything());
      awaitFans(sql);
      AtomicBoolean open = new AtomicBoolean(true);
      List<Buyer> buyers = new ArrayList<>();
      List<Thread> threads = new ArrayList<>();
      for (int number = 1; number <= BUYERS; number++) {
        Buyer buyer =
            new Buyer(stack.url(), "fan" + number + "@encore.example", EVENT, "regular", open);
        buyers.add(buyer);
        threads.add(new Thread(buyer, "buyer-" + number));
      }
      threads.forEach(Thread::start);
      TimeUnit.SECONDS.sleep(6);
      stack.killBroker();
      TimeUnit.SECONDS.sleep(6);
      stack.killDatabase();
      TimeUnit.SECONDS.sleep(8);
      stack.killServer();
      TimeUnit.SECONDS.sleep(8);
      open.set(false);
      for (Thread thread : threads) {
        thread.join(TimeUnit.MINUTES.toMillis(4));
      }
      awaitQuiet(sql);
      moneyAgrees(sql);
      drawsAgree(sql, buyers);
      ticketsAgree(sql, buyers);
      messagesAgree(sql, stack);
    }
  }

  private static void moneyAgrees(Sql sql) {
    for (LedgerCheck check : new LedgerProof(sql).prove()) {
      assertTrue(check.holds(), check.toString());
    }
    assertEquals(
        0,
        sql.number(
            "select count(*) from payment where status = 'CAPTURED' and fulfilment <> 'DONE'"),
        "captured payments without what was paid for");
    assertEquals(
        0,
        sql.number(
            "select count(*) from diamond_order o join payment p on p.code = o.payment_code"
                + " where (p.status = 'CAPTURED') <> (o.status = 'DELIVERED')"),
        "diamonds without money or money without diamonds");
  }

  private static void drawsAgree(Sql sql, List<Buyer> buyers) {
    Set<String> known = new HashSet<>(sql.list("select code from draw", row -> row.getString(1)));
    int told = 0;
    for (Buyer buyer : buyers) {
      told += buyer.draws.size();
      assertTrue(known.containsAll(buyer.draws), "a draw that a fan was told is gone");
    }
    assertTrue(told > 0, "somebody drew");
    Instant from = Instant.EPOCH;
    Instant to = Instant.now().plusSeconds(60);
    assertEquals(List.of(), new DrawTallies(sql).compare(from, to));
    DrawReplay replay = new DrawReplay(sql);
    List<Long> numbers = replay.numbers(from, to, 0, AT_ONCE);
    while (!numbers.isEmpty()) {
      assertEquals(List.of(), replay.replay(numbers));
      numbers = replay.numbers(from, to, numbers.get(numbers.size() - 1), AT_ONCE);
    }
  }

  private static void ticketsAgree(Sql sql, List<Buyer> buyers) {
    assertEquals(
        0,
        sql.number(
            "select count(*) from ticket_stock where free + held + sold <> capacity or free < 0"),
        "stock");
    assertEquals(
        sql.number("select sum(sold) from ticket_stock"),
        sql.number("select count(*) from ticket"),
        "sold tickets are issued tickets");
    Set<String> paid =
        new HashSet<>(
            sql.list(
                "select code from ticket_order where status = 'PAID'", row -> row.getString(1)));
    for (Buyer buyer : buyers) {
      assertTrue(paid.containsAll(buyer.orders), "an order that was paid for is not PAID");
    }
  }

  private static void messagesAgree(Sql sql, Stack stack) {
    assertEquals(0, sql.number("select count(*) from outbox_message where state <> 'SENT'"));
    Set<String> arrived = new HashSet<>();
    stack.simulator().mails("").forEach(mail -> arrived.add(mail.getString("messageId")));
    List<Long> mails =
        sql.list(
            "select id from outbox_message where queue = 'encore.mail'", row -> row.getLong(1));
    for (long mail : mails) {
      assertTrue(
          arrived.stream().anyMatch(id -> id.contains("outbox-" + mail + "@")),
          "mail " + mail + " is lost");
    }
    assertEquals(
        sql.number("select count(*) from ticket_order where status = 'PAID'"),
        sql.number("select count(*) from stored_file where file_key like 'ticket/%'"),
        "each paid order has its PDF");
  }

  private static void awaitFans(Sql sql) throws InterruptedException {
    await(sql, "select count(*) from account where email = 'fan9@encore.example'", 1);
  }

  /** Open payments are swept each minute, abandoned work is taken up again after its lease. */
  private static void awaitQuiet(Sql sql) throws InterruptedException {
    await(
        sql,
        "select (select count(*) from outbox_message where state in ('PENDING', 'SENDING'))"
            + " + (select count(*) from payment where fulfilment = 'PENDING')"
            + " + (select count(*) from ticket_order o join payment p on p.subject = o.code"
            + " where o.status <> 'PAID' and p.status = 'CAPTURED')",
        0);
    TimeUnit.SECONDS.sleep(70);
    await(sql, "select count(*) from outbox_message where state in ('PENDING', 'SENDING')", 0);
  }

  private static void await(Sql sql, String question, long answer) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(4);
    while (sql.number(question) != answer) {
      assertTrue(System.nanoTime() < end, () -> "Still " + sql.number(question) + ": " + question);
      TimeUnit.MILLISECONDS.sleep(500);
    }
  }
}
