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

  /**
   * A line or a seat.
   *
   * @param of the number of the call that it belongs to, from 1
   */
  private record Part<T>(int of, T what) {}

  /** One statement, and that is its transaction. */
  private List<Held> makeAll(List<HoldCall> calls) {
    List<Part<PricedLine>> lines = parts(calls, call -> call.quote().lines());
    List<Part<NamedSeat>> seats = parts(calls, call -> call.seats().names());
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
        numbers(lines, Part::of),
        longs(lines, line -> line.what().ticketTypeId()),
        numbers(lines, line -> line.what().quantity()),
        longs(lines, line -> line.what().price().minor()),
        longs(lines, line -> line.what().fee().minor()),
        numbers(seats, Part::of),
        longs(seats, seat -> seat.what().ticketTypeId()),
        texts(seats, seat -> seat.what().label()));
    return List.of(answers);
  }

  private static <T> List<Part<T>> parts(List<HoldCall> calls, Function<HoldCall, List<T>> of) {
    List<Part<T>> parts = new ArrayList<>();
    for (int n = 0; n < calls.size(); n++) {
      for (T what : of.apply(calls.get(n))) {
        parts.add(new Part<>(n + 1, what));
      }
    }
    return parts;
  }

  private static <T> Integer[] numbers(List<T> rows, Function<T, Integer> column) {
    return rows.stream().map(column).toArray(Integer[]::new);
  }

  private static <T> Long[] longs(List<T> rows, Function<T, Long> column) {
    return rows.stream().map(column).toArray(Long[]::new);
  }

  private static <T> String[] texts(List<T> rows, Function<T, String> column) {
    return rows.stream().map(column).toArray(String[]::new);
  }
}
