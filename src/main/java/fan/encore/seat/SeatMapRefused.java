package fan.encore.seat;

import fan.encore.shared.BusinessError;

/** A seat map contradicts itself or cannot be read; the message says where. */
public final class SeatMapRefused extends BusinessError {

  /**
   * @param code message key such as {@code seat.map_number}
   * @param arguments where in the map, and what would be right
   */
  public SeatMapRefused(String code, Object... arguments) {
    super(Kind.INVALID, code, arguments);
  }
}
