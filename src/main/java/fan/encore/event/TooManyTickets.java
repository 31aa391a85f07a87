package fan.encore.event;

import fan.encore.shared.BusinessError;

/** More tickets of a type than one order may have; {0} is the type's name, {1} the limit. */
public final class TooManyTickets extends BusinessError {
  public TooManyTickets(String type, int limit) {
    super(Kind.INVALID, "event.too_many_tickets", type, limit);
  }
}
