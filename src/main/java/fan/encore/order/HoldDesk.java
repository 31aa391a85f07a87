package fan.encore.order;

import fan.encore.order.HoldCall.Held;
import fan.encore.order.SeatChoice.NamedSeat;
import fan.encore.shared.Lane;
import fan.encore.shared.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Where fans queue for plain tickets and named seats, in one lane on every node: what a transaction
 * costs, and the wait for a hot row, is shared by all holds in it. Holds with codes, limits, a
 * waiting room, or seats that are still to be chosen, go alone.
 */
@ApplicationScoped
public class HoldDesk {

  private static final int TOGETHER = 128;

  /** A moment's work; together with those who draw it is less than the server has threads. */
  private static final int WAITING = 256;

  private static final long PATIENCE_MILLIS = 10_000;

  private static final String HOLD_MANY =
      "select o_n, o_outcome, o_code, o_hash, o_short"
          + " from encore.hold_many(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  private final Sql sql;
  private final Lane<HoldCall, Held> lane;

  @Inject
  public HoldDesk(Sql sql) {
    this.sql = sql;
    this.lane = new Lane<>(TOGETHER, WAITING, this::makeAll, SaleBusy::new);
  }

  /** For the container's proxy. */
  protected HoldDesk() {
    this(null);
  }

  /**
   * Waits for its turn and for the commit.
   *
   * @param call a plain one
   * @return {@code STALE} besides what a call alone answers: the offer has changed meanwhile
   * @throws SaleBusy if too many wait
   */
  Held ask(HoldCall call) {
    return lane.ask(call.accountId(), "", call, PATIENCE_MILLIS);
  }

  /** One statement, and that is its transaction. */
  private List<Held> makeAll(List<HoldCall> calls) {
    List<Integer> lineOf = new ArrayList<>();
    List<PricedLine> lines = new ArrayList<>();
    List<Integer> seatOf = new ArrayList<>();
    List<NamedSeat> seats = new ArrayList<>();
    for (int n = 0; n < calls.size(); n++) {
      for (PricedLine line : calls.get(n).quote().lines()) {
        lineOf.add(n + 1);
        lines.add(line);
      }
      for (NamedSeat seat : calls.get(n).seats().names()) {
        seatOf.add(n + 1);
        seats.add(seat);
      }
    }
    Held[] answers = new Held[calls.size()];
    sql.list(
        HOLD_MANY,
        row -> answers[row.getInt(1) - 1] = Held.of(row),
        texts(calls, HoldCall::code),
        longs(calls, HoldCall::accountId),
        longs(calls, HoldCall::eventId),
        longs(calls, HoldCall::edition),
        texts(calls, HoldCall::currency),
        texts(calls, HoldCall::key),
        texts(calls, HoldCall::hash),
        texts(calls, call -> call.now().toString()),
        texts(calls, call -> call.expiresAt().toString()),
        lineOf.toArray(Integer[]::new),
        longs(lines, PricedLine::ticketTypeId),
        lines.stream().map(PricedLine::quantity).toArray(Integer[]::new),
        longs(lines, line -> line.price().minor()),
        longs(lines, line -> line.fee().minor()),
        seatOf.toArray(Integer[]::new),
        longs(seats, NamedSeat::ticketTypeId),
        texts(seats, NamedSeat::label));
    return List.of(answers);
  }

  private static <T> Long[] longs(List<T> rows, Function<T, Long> column) {
    return rows.stream().map(column).toArray(Long[]::new);
  }

  private static <T> String[] texts(List<T> rows, Function<T, String> column) {
    return rows.stream().map(column).toArray(String[]::new);
  }
}
