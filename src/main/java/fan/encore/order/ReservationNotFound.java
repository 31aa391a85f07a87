package fan.encore.order;

import fan.encore.shared.BusinessError;

/** No reservation has this code, or it is somebody else's. */
public final class ReservationNotFound extends BusinessError {
  public ReservationNotFound() {
    super(Kind.NOT_FOUND, "order.reservation_not_found");
  }
}
