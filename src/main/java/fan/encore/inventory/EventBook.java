package fan.encore.inventory;

import fan.encore.inventory.Movement.MovementKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The chain of one event while lines are added to it. Plain Java. */
final class EventBook {

  /** Of a ticket type. */
  static final class Counts {
    final long typeId;
    final String code;
    int capacity;
    int held;
    int sold;

    Counts(long typeId, String code, int capacity, int held, int sold) {
      this.typeId = typeId;
      this.code = code;
      this.capacity = capacity;
      this.held = held;
      this.sold = sold;
    }

    int free() {
      return capacity - held - sold;
    }
  }

  private final Map<Long, Counts> types = new TreeMap<>();
  private final List<Movement> lines = new ArrayList<>();
  private final List<Long> lineTypes = new ArrayList<>();
  private final Instant now;
  private long place;
  private String hash;

  /**
   * @param place of the last line, 0 for a new chain
   * @param hash of the last line, or the genesis
   */
  EventBook(long place, String hash, Instant now) {
    this.place = place;
    this.hash = hash;
    this.now = now;
  }

  void knows(Counts counts) {
    types.put(counts.typeId, counts);
  }

  /** The capacity has become another one. */
  void capacity(long typeId, int capacity) {
    Counts counts = types.get(typeId);
    int change = capacity - counts.capacity;
    counts.capacity = capacity;
    write(counts, MovementKind.CAPACITY, change, "-");
  }

  /**
   * What a reservation had of a type is not what it has now; a step between is written as long as
   * there was room for it in this order.
   *
   * @param quantity all of its tickets of this type
   * @param was held and sold as the ledger knows it
   * @param is held and sold now
   */
  void move(long typeId, String reservation, int quantity, int[] was, int[] is) {
    Counts counts = types.get(typeId);
    String subject = Movement.blinded(reservation);
    int held = was[0];
    int sold = was[1];
    if (held + sold == 0) {
      held = counts.free() >= quantity ? quantity : is[0] + is[1];
      if (held == 0) {
        return;
      }
      counts.held += held;
      write(counts, MovementKind.HELD, held, subject);
    }
    if (held > 0 && is[0] == 0) {
      boolean bought = is[1] > 0;
      counts.held -= held;
      counts.sold += bought ? held : 0;
      sold += bought ? held : 0;
      write(counts, bought ? MovementKind.SOLD : MovementKind.RELEASED, held, subject);
    }
    if (sold > is[1]) {
      counts.sold -= sold - is[1];
      write(counts, MovementKind.REFUNDED, sold - is[1], subject);
    }
  }

  private void write(Counts counts, MovementKind kind, int quantity, String subject) {
    place++;
    Movement line =
        new Movement(
                place,
                counts.code,
                kind,
                quantity,
                subject,
                counts.capacity,
                counts.free(),
                counts.held,
                counts.sold,
                now,
                null)
            .after(hash);
    hash = line.hash();
    lines.add(line);
    lineTypes.add(counts.typeId);
  }

  /** What was added. */
  List<Movement> lines() {
    return lines;
  }

  /** The ticket types of the lines added, by id. */
  List<Long> lineTypes() {
    return lineTypes;
  }

  Iterable<Counts> counts() {
    return types.values();
  }

  long place() {
    return place;
  }

  String hash() {
    return hash;
  }
}
