package fan.encore.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fan.encore.local.LocalDatabase;
import fan.encore.order.HoldTickets.HoldLine;
import fan.encore.ticket.TicketIssue;
import fan.encore.ticket.TicketReturns;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Seats that are given back are free, once; the proof of the inventory has nothing to say. */
class SeatedRefundIT {

  private static final String TYPE = "type-0";
  private static final int SEATS = 10;

  @TempDir private static Path dir;

  private static LocalDatabase database;
  private static BoxOffice office;
  private static TermsDesk desk;
  private static SeatRow row;

  @BeforeAll
  static void start() throws Exception {
    database = LocalDatabase.start(dir, 0);
    database.migrate(LocalDatabase.NAME);
    office = new BoxOffice(database.appDataSource(LocalDatabase.NAME), TermsDesk.BUYERS);
    desk = new TermsDesk(office);
    row = new SeatRow(office);
    TicketIssue issue = new TicketIssue(office.sql, Clock.systemUTC(), new NoOutbox());
    TicketReturns returns = new TicketReturns(office.sql);
    office.observers.add(
        fact -> {
          if (fact instanceof OrderPaid paid) {
            issue.issue(paid);
          } else if (fact instanceof SeatsRefunded refunded) {
            returns.cancel(refunded);
          } else if (fact instanceof OrderRefunded refunded) {
            issue.cancel(refunded);
          }
        });
  }

  @AfterAll
  static void stop() throws Exception {
    office.close();
    database.close();
  }

  @AfterEach
  void everyTicketAndSeatIsCounted() throws Exception {
    assertEquals(0, desk.number("select count(*) from encore.inventory_faults()"));
    assertEquals(0, desk.number("select count(*) from encore.seat_difference"));
  }

  @Test
  void oneTicketGivenBackFreesItsSeatAloneAndTheSeatIsSoldAgain() throws Exception {
    String slug = row.event(SEATS);
    Receivable first = sold(1, slug, "P-2", "P-3", "P-4");
    give(first, "one", 2);
    assertEquals("FSFSFFFFFF", row.states(slug));
    Receivable second = sold(2, slug, "P-3");
    assertEquals("FSSSFFFFFF", row.states(slug));
    assertThrows(OrderNotRefundable.class, () -> give(first, "again", 2));
    assertEquals("FSSSFFFFFF", row.states(slug));
    give(first, "rest");
    assertEquals("REFUNDED", office.status(first));
    assertEquals("FFSFFFFFFF", row.states(slug));
    assertEquals(List.of(SEATS - 1, 0, 1), office.stock(slug, TYPE));
    give(second, "all");
    assertEquals("FFFFFFFFFF", row.states(slug));
  }

  @Test
  void whatIsReleasedOrExpiresIsFree() throws Exception {
    String slug = row.event(SEATS);
    desk.release(1, hold(1, slug, "kept", "P-1", "P-2"));
    hold(2, slug, "lapsed", "P-1", "P-9");
    assertEquals("HFFFFFFFHF", row.states(slug));
    office.pass(BoxOffice.HOLD.plus(Duration.ofSeconds(1)));
    office.expire();
    assertEquals("FFFFFFFFFF", row.states(slug));
  }

  @Test
  void aSeatThatGoesBackWhileACrowdWantsItIsSoldOnce() throws Exception {
    String slug = row.event(SEATS);
    Receivable owner = sold(1, slug, "P-5");
    long holds =
        TermsDesk.atOnce(
            buyer -> {
              if (buyer == 0) {
                give(owner, "back");
                return false;
              }
              return wins(buyer, slug);
            });
    if (holds == 0) {
      holds = wins(TermsDesk.BUYERS, slug) ? 1 : 0;
    }
    assertEquals(1, holds);
    assertEquals("FFFFHFFFFF", row.states(slug));
  }

  private static boolean wins(long account, String slug) throws Exception {
    try {
      hold(account, slug, "crowd" + account, "P-5");
      return true;
    } catch (SeatTaken taken) {
      return false;
    }
  }

  private static ReservationView hold(long account, String slug, String key, String... seats)
      throws Exception {
    return office.hold(account, slug, key, new HoldLine(TYPE, seats.length, List.of(seats), null));
  }

  private static Receivable sold(long account, String slug, String... seats) throws Exception {
    Receivable order = office.order(account, hold(account, slug, "sold" + account, seats));
    office.capture(account, order);
    return order;
  }

  /** Gives back these tickets of the order, or all that are left. */
  private static void give(Receivable order, String key, int... numbers) throws Exception {
    List<SoldSeat> seats =
        Arrays.stream(numbers).mapToObj(number -> new SoldSeat(TYPE, number)).toList();
    office.transactions.run(
        () ->
            office.giving.refundByHouse(
                order.orderCode(), new RefundTickets(seats, false, false, "Ill", key)));
  }
}
