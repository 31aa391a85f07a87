package fan.encore.analytics;

import fan.encore.shared.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/**
 * How an event sells right now.
 *
 * @param now what changes by the second
 * @param sales what was sold so far; a little older where it is much
 */
public record LiveFigures(Now now, Sales sales) {

  /**
   * @param at when it was read
   * @param room null where the event has no waiting room
   */
  public record Now(
      Instant at,
      String slug,
      String title,
      String currency,
      String zone,
      List<LiveType> types,
      LiveDoor door,
      LiveWaiting waiting,
      LiveRoom room) {

    /** Tickets of all types; what bundles give is counted with the types of what they give. */
    public LiveType total() {
      List<LiveType> tickets = types.stream().filter(type -> !type.bundle()).toList();
      long capacity =
          tickets.stream().filter(type -> !type.fare()).mapToLong(LiveType::capacity).sum();
      long held = tickets.stream().mapToLong(LiveType::held).sum();
      long sold = tickets.stream().mapToLong(LiveType::sold).sum();
      return new LiveType("", "", false, false, capacity, capacity - held - sold, held, sold);
    }
  }

  /**
   * Tickets of a type: free + held + sold = capacity.
   *
   * @param fare whether its capacity is the seats of another type, which count once in a total
   */
  public record LiveType(
      String code,
      String name,
      boolean bundle,
      boolean fare,
      long capacity,
      long free,
      long held,
      long sold) {}

  /**
   * @param expected valid tickets
   * @param admitted of them, that came in
   * @param lately of them, within the last five minutes
   */
  public record LiveDoor(long expected, long admitted, long lately) {}

  /**
   * The waiting lists of all types.
   *
   * @param fans who wait
   * @param tickets that they wait for
   * @param offered fans with an offer that is open
   * @param bought fans who bought by an offer
   */
  public record LiveWaiting(long fans, long tickets, long offered, long bought) {}

  /**
   * The waiting room.
   *
   * @param status {@code GATHERING}, {@code FROZEN}, {@code RUNNING} or {@code CLOSED}
   * @param waiting fans who were not called yet
   * @param called fans who were
   * @param inside of them, who choose tickets now
   * @param perMinute how many are called lately in a minute
   */
  public record LiveRoom(String status, long waiting, long called, long inside, double perMinute) {}

  /**
   * @param orders that were paid
   * @param open orders that wait for their payment
   * @param revenue what was paid for them, fees and taxes and all
   * @param fees the service fees in it
   * @param refunds how often something was given back
   * @param refunded the money of that
   * @param held tickets whose hold came to an end, bought or not
   * @param bought of these, that were bought
   * @param hours the last 24 hours, the earliest first, also those without a sale
   * @param days days with sales, the earliest first
   */
  public record Sales(
      long orders,
      long open,
      Money revenue,
      Money fees,
      long refunds,
      Money refunded,
      long held,
      long bought,
      List<Hour> hours,
      List<Day> days,
      List<Promo> promos) {

    /** Of the tickets whose hold came to an end, how many per cent were bought; 0 without any. */
    public long conversion() {
      return held == 0 ? 0 : Math.round(100.0 * bought / held);
    }
  }

  /** Paid orders of an hour of the event's zone. */
  public record Hour(LocalDateTime hour, long orders, Money revenue) {}

  /** Paid orders of a day of the event's zone. */
  public record Day(LocalDate day, long orders, Money revenue) {}

  /** A promo code that was used: in how many holds and orders, and what it took off. */
  public record Promo(String code, long uses, Money spent) {}
}
