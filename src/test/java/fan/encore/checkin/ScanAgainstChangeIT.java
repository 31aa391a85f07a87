package fan.encore.checkin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fan.encore.local.Crowd;
import fan.encore.local.LocalDatabase;
import fan.encore.order.OrderRefunded;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A ticket changes hands, or is refunded to somebody who is not in, at the very moment of its scan:
 * one of the two comes first, and whoever comes second sees it.
 */
class ScanAgainstChangeIT {

  private static final int ROUNDS = 60;

  @TempDir private static Path dir;

  private static LocalDatabase database;
  private static Hall hall;

  @BeforeAll
  static void start() throws Exception {
    database = LocalDatabase.start(dir, 0);
    database.migrate(LocalDatabase.NAME);
    database.copy(LocalDatabase.NAME, "unguarded");
    hall = new Hall(database.appDataSource(LocalDatabase.NAME));
  }

  @AfterAll
  static void stop() throws Exception {
    database.close();
  }

  @Test
  void aCodeIsDeadFromTheMomentItsTicketChangedHands() throws Exception {
    String slug = hall.event();
    int both = 0;
    for (String ticket : hall.issued(slug, ROUNDS)) {
      both += outcomes(hall, slug, ticket, 0) == 2 ? 1 : 0;
    }
    assertEquals(0, both, "transferred although its holder was in");
  }

  @Test
  void withoutTheLockBothHappen() throws Exception {
    DoorFunctions.forgetTheLock(database.ownerDataSource("unguarded"), "; perform pg_sleep(0.3);");
    Hall open = new Hall(database.appDataSource("unguarded"));
    String slug = open.event();
    int both = 0;
    for (String ticket : open.issued(slug, 4)) {
      both += outcomes(open, slug, ticket, 0.1) == 2 ? 1 : 0;
    }
    assertTrue(both > 0, "The race is no race");
  }

  @Test
  void aRefundAndAScanSeeOneAnother() throws Exception {
    for (int round = 0; round < 20; round++) {
      String slug = hall.event();
      String order = hall.order(slug, 1);
      hall.issue.issue(new fan.encore.order.OrderPaid(order));
      String ticket = hall.tickets(order).get(0);
      String qr = hall.qr(ticket);
      List<Object> ends =
          Crowd.atOnce(
              List.of(
                  () -> hall.scan(slug, qr, "North").outcome(),
                  () -> {
                    hall.issue.cancel(new OrderRefunded(order));
                    return null;
                  }));
      long inside =
          hall.sql.number(
              "select count(*) from encore.ticket where code = ? and checked_in_at is not null",
              ticket);
      assertEquals(ends.get(0) == Outcome.VALID ? 1 : 0, inside);
      assertTrue(List.of(Outcome.VALID, Outcome.CANCELLED).contains(ends.get(0)));
      assertEquals(Outcome.CANCELLED, hall.scan(slug, qr, "South").outcome(), "refunded for good");
    }
  }

  /** What a transfer does: nobody who is in gives the ticket away. */
  private static final String TRANSFER =
      "update encore.ticket set issue = issue + 1, account_id = 8, holder_name = 'Kai Mori'"
          + " where code = ? and status = 'ISSUED' and checked_in_at is null";

  /**
   * How many of scan and transfer succeeded: 1, or 2 when nobody is the referee.
   *
   * @param pause seconds before the transfer, to meet a scan that is under way
   */
  private static int outcomes(Hall hall, String slug, String ticket, double pause)
      throws Exception {
    String qr = hall.qr(ticket);
    List<Object> ends =
        Crowd.atOnce(
            List.of(
                () -> hall.scan(slug, qr, "North").outcome(),
                () -> {
                  hall.sql.number("select 1 from pg_sleep(?)", pause);
                  return hall.sql.update(TRANSFER, ticket);
                }));
    return (ends.get(0) == Outcome.VALID ? 1 : 0) + (Integer) ends.get(1);
  }
}
