package fan.encore.seat;

import fan.encore.shared.BusinessError;

/** {0} cannot share these seats, or has tickets held or sold and must stay what it is. */
public final class FareRefused extends BusinessError {
  public FareRefused(String ticketType) {
    super(Kind.CONFLICT, "seat.fare_refused", ticketType);
  }
}
