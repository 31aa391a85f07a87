package fan.encore.order;

import fan.encore.shared.BusinessError;

/** Seats were named for the type {0}, whose places are free. */
public final class SeatsNotOffered extends BusinessError {
  public SeatsNotOffered(String typeName) {
    super(Kind.INVALID, "order.seats_not_offered", typeName);
  }
}
