package fan.encore.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fan.encore.local.Crowd;
import fan.encore.local.LocalDatabase;
import fan.encore.shared.Sql;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A ticket that is claimed, scanned and refunded at the same moment, on a real PostgreSQL as the
 * application's role: one of them comes first, and the others find it so.
 */
class TransferRaceIT {

  private static final int FANS = 16;
  private static final int TICKETS = 40;

  @TempDir private static Path dir;

  private static LocalDatabase database;
  private static SoldTickets guarded;
  private static SoldTickets unguarded;

  @BeforeAll
  static void start() throws Exception {
    database = LocalDatabase.start(dir, 0);
    database.migrate(LocalDatabase.NAME);
    database.copy(LocalDatabase.NAME, "unguarded");
    removeTheConditions();
    guarded = new SoldTickets(database.appDataSource(LocalDatabase.NAME));
    unguarded = new SoldTickets(database.appDataSource("unguarded"));
  }

  @AfterAll
  static void stop() throws Exception {
    database.close();
  }

  @Test
  void ofManyClaimersOneGetsTheTicket() throws Exception {
    for (int round = 0; round < 5; round++) {
      String ticket = guarded.ticket();
      List<String> answers = claimers(guarded, guarded.offered(ticket));
      assertEquals(1, answers.stream().filter("CLAIMED"::equals).count());
      assertEquals(FANS - 1, answers.stream().filter("CLOSED"::equals).count());
      long winner = 1000 + answers.indexOf("CLAIMED");
      assertEquals(winner + " 2", guarded.owner(ticket));
    }
  }

  @Test
  void withoutTheConditionsSeveralGetIt() throws Exception {
    List<String> answers = claimers(unguarded, unguarded.offered(unguarded.ticket()));
    long claimed = answers.stream().filter("CLAIMED"::equals).count();
    assertTrue(claimed > 1, "The race is no race: " + answers);
  }

  @Test
  void aTicketIsClaimedOrScannedAndNeverBoth() throws Exception {
    for (int i = 0; i < TICKETS; i++) {
      String ticket = guarded.ticket();
      List<String> both = claimAndScan(guarded, ticket);
      boolean claimed = both.get(0).equals("CLAIMED");
      assertEquals(claimed ? "CANCELLED" : "VALID", both.get(1), both::toString);
      assertEquals(claimed ? "CLAIMED" : "SPENT", both.get(0), both::toString);
      assertEquals(claimed ? "VALID" : "CANCELLED", guarded.scan(ticket, 2));
    }
  }

  @Test
  void withoutTheConditionsTwoGoIn() throws Exception {
    int both = 0;
    for (int i = 0; i < TICKETS; i++) {
      List<String> answers = claimAndScan(unguarded, unguarded.ticket());
      both += answers.equals(List.of("CLAIMED", "VALID")) ? 1 : 0;
    }
    assertTrue(both > 0, "The race is no race");
  }

  @Test
  void aTicketIsClaimedOrRefundedAndNeverBoth() throws Exception {
    for (int i = 0; i < TICKETS; i++) {
      String ticket = guarded.ticket();
      String transfer = guarded.offered(ticket);
      List<String> both =
          Crowd.atOnce(
              List.of(
                  () -> guarded.claim(transfer, 1000),
                  () -> String.valueOf(guarded.refund(ticket))));
      assertTrue(
          both.equals(List.of("CLAIMED", "false")) || both.equals(List.of("SPENT", "true")),
          both::toString);
    }
  }

  @Test
  void aTicketIsPromisedToOneOnly() throws Exception {
    String ticket = guarded.ticket();
    guarded.offered(ticket);
    assertThrows(IllegalStateException.class, () -> guarded.offered(ticket));
    String second = guarded.ticket();
    List<Callable<String>> offers = new ArrayList<>();
    for (int i = 0; i < FANS; i++) {
      offers.add(
          () -> {
            try {
              return guarded.offered(second);
            } catch (IllegalStateException promised) {
              return promised.getMessage();
            }
          });
    }
    assertEquals(FANS - 1, Crowd.atOnce(offers).stream().filter("PROMISED"::equals).count());
  }

  @Test
  void theHistoryOnlyGrows() {
    String ticket = guarded.ticket();
    String transfer = guarded.offered(ticket);
    assertEquals("CLAIMED", guarded.claim(transfer, 1000));
    assertNotEquals("CLAIMED", guarded.claim(transfer, 1000));
    assertEquals(
        List.of("OFFERED 7 1", "CLAIMED 1000 2"),
        guarded.sql.list(
            "select s.kind || ' ' || s.owner_account_id || ' ' || s.issue from encore.ticket_step s"
                + " join encore.ticket t on t.id = s.ticket_id where t.code = ? order by s.id",
            row -> row.getString(1),
            ticket));
    for (String change :
        List.of(
            "update encore.ticket_step set kind = 'NOTHING'",
            "delete from encore.ticket_step",
            "truncate encore.ticket_step")) {
      assertThrows(Sql.SqlFailed.class, () -> guarded.sql.update(change), change);
    }
  }

  private static List<String> claimers(SoldTickets tickets, String transfer) throws Exception {
    return Crowd.atOnce(
        LongStream.range(0, FANS)
            .<Callable<String>>mapToObj(fan -> () -> tickets.claim(transfer, 1000 + fan))
            .toList());
  }

  private static List<String> claimAndScan(SoldTickets tickets, String ticket) throws Exception {
    String transfer = tickets.offered(ticket);
    return Crowd.atOnce(
        List.of(() -> tickets.claim(transfer, 1000), () -> tickets.scan(ticket, 1)));
  }

  /** As if somebody had forgotten what claiming asks for. */
  private static void removeTheConditions() throws Exception {
    try (Connection connection = database.ownerDataSource("unguarded").getConnection();
        Statement statement = connection.createStatement();
        ResultSet function =
            statement.executeQuery(
                "select pg_get_functiondef(oid) from pg_proc where proname = 'claim_ticket'")) {
      function.next();
      String definition = function.getString(1);
      for (String condition :
          List.of(
              " and status = 'PENDING'",
              " and account_id = v_offer.from_account_id",
              "and issue = v_offer.issue and status = 'ISSUED' and checked_in_at is null")) {
        assertTrue(definition.contains(condition), condition);
        definition = definition.replace(condition, "");
      }
      try (Statement change = connection.createStatement()) {
        change.execute(definition);
      }
    }
  }
}
