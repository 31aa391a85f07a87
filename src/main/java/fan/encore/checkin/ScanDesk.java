package fan.encore.checkin;

import fan.encore.shared.Lane;
import fan.encore.shared.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where doors queue with what they were shown, in one lane on every node: what a transaction costs
 * is shared by all scans in it. A ticket that somebody has locked goes alone and holds up nobody.
 */
@ApplicationScoped
public class ScanDesk {

  private static final int TOGETHER = 64;

  /** More go alone. */
  private static final int WAITING = 256;

  private static final long PATIENCE_MILLIS = 5_000;

  private static final String TOGETHER_SQL =
      "select s.o_n, s.o_alone, "
          + ScanAnswer.COLUMNS
          + " from (select m.o_n, m.o_alone, (m.o_scan).* from encore.check_in_many("
          + "?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) m) s"
          + ScanAnswer.JOINS;

  private final Sql sql;
  private final Lane<ScanCall, Decision> lane;

  @Inject
  public ScanDesk(Sql sql) {
    this.sql = sql;
    this.lane = new Lane<>(TOGETHER, WAITING, this::decide, Crowded::new);
  }

  /** For the container's proxy. */
  protected ScanDesk() {
    this(null);
  }

  /**
   * What became of a scan among others.
   *
   * @param alone it must be tried alone; nothing has happened
   * @param answer null if there is no such event or list where the keeper may check in
   */
  private record Decision(boolean alone, ScanAnswer answer) {
    private static final Decision CLOSED = new Decision(false, null);
  }

  /** So many wait that it is quicker alone. */
  private static final class Crowded extends RuntimeException {}

  /**
   * Waits for its turn and for the commit.
   *
   * @param call one that the server decides now
   * @return empty if there is no such event or list where the keeper may check in
   */
  Optional<ScanAnswer> ask(ScanCall call) {
    Decision decision;
    try {
      // by the nonce, because a lane lets few of one person in together, and a keeper has many
      // gates
      decision = lane.ask(call.ticket().nonce().hashCode(), "", call, PATIENCE_MILLIS);
    } catch (Crowded crowded) {
      return call.alone(sql);
    }
    return decision.alone() ? call.alone(sql) : Optional.ofNullable(decision.answer());
  }

  /** One statement, and that is its transaction. */
  private List<Decision> decide(List<ScanCall> calls) {
    Decision[] decisions = new Decision[calls.size()];
    Arrays.fill(decisions, Decision.CLOSED);
    sql.list(
        TOGETHER_SQL,
        row -> {
          boolean alone = row.getBoolean("o_alone");
          return decisions[row.getInt("o_n") - 1] =
              new Decision(alone, alone ? null : ScanAnswer.of(row));
        },
        texts(calls, call -> call.ticket().event()),
        longs(calls, call -> call.keeper().accountId()),
        calls.stream().map(call -> call.keeper().anyEvent()).toArray(Boolean[]::new),
        longs(calls, call -> call.keeper().deviceId()),
        texts(calls, ScanCall::list),
        texts(calls, call -> call.direction().name()),
        texts(calls, call -> call.shown().code()),
        calls.stream().map(call -> call.shown().issue()).toArray(Integer[]::new),
        longs(calls, call -> call.shown().window()),
        texts(calls, call -> call.shown().entry().name()),
        texts(calls, call -> call.ticket().gate().strip()),
        texts(calls, call -> call.ticket().nonce()),
        texts(calls, ScanCall::hash),
        texts(calls, call -> call.now().toString()));
    return List.of(decisions);
  }

  private static Long[] longs(List<ScanCall> calls, Function<ScanCall, Long> column) {
    return calls.stream().map(column).toArray(Long[]::new);
  }

  private static String[] texts(List<ScanCall> calls, Function<ScanCall, String> column) {
    return calls.stream().map(column).toArray(String[]::new);
  }
}
