package fan.encore.order;

import fan.encore.shared.Money;
import java.time.Instant;
import java.util.List;

/**
 * A reservation as its owner sees it.
 *
 * @param expiresAt until when the tickets are held
 * @param orderCode code of the order made of it, or null
 */
public record ReservationView(
    String code,
    String eventSlug,
    String eventTitle,
    ReservationStatus status,
    Instant expiresAt,
    String orderCode,
    Quote quote) {

  /** True while the tickets wait for their fan. */
  public boolean held(Instant now) {
    return status == ReservationStatus.HELD && now.isBefore(expiresAt);
  }

  public List<PricedLine> lines() {
    return quote.lines();
  }

  /** Price of all tickets without the service fee. */
  public Money tickets() {
    return quote.tickets();
  }

  public Money fee() {
    return quote.fee();
  }

  public Money total() {
    return quote.total();
  }
}
