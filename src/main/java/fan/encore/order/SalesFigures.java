package fan.encore.order;

import fan.encore.event.EventDetail;
import fan.encore.shared.Money;
import java.time.LocalDate;
import java.util.List;

/**
 * How an event sells.
 *
 * @param event with capacity, free, held and sold of each ticket type
 * @param orders paid ones
 * @param tickets their price without the service fee
 * @param fees the service fees
 * @param refunded what went back of these orders
 * @param days days with sales, in the event's zone, the first one first
 */
public record SalesFigures(
    EventDetail event, long orders, Money tickets, Money fees, Money refunded, List<Day> days) {

  /** One day's paid orders; revenue without the service fee. */
  public record Day(LocalDate day, long orders, long tickets, Money revenue) {}

  public SalesFigures {
    days = List.copyOf(days);
  }

  public long sold() {
    return event.types().stream().mapToLong(EventDetail.TypeDetail::sold).sum();
  }

  public long held() {
    return event.types().stream().mapToLong(EventDetail.TypeDetail::held).sum();
  }

  public long free() {
    return event.types().stream().mapToLong(EventDetail.TypeDetail::free).sum();
  }

  public long capacity() {
    return event.types().stream().mapToLong(EventDetail.TypeDetail::capacity).sum();
  }
}
