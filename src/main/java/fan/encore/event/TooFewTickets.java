package fan.encore.event;

import fan.encore.shared.BusinessError;

/** Fewer tickets of a type than an order must have; {0} is the type's name, {1} the limit. */
public final class TooFewTickets extends BusinessError {
  public TooFewTickets(String type, int limit) {
    super(Kind.INVALID, "event.too_few_tickets", type, limit);
  }
}
