package fan.encore.order;

import fan.encore.shared.BusinessError;

/** The time to pay is over, or the tickets were given back. */
public final class ReservationExpired extends BusinessError {
  public ReservationExpired() {
    super(Kind.CONFLICT, "order.reservation_expired");
  }
}
