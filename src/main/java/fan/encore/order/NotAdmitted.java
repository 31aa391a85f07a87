package fan.encore.order;

import fan.encore.shared.BusinessError;

/**
 * The event has a waiting room, and this admission does not count: none, used, over or another's.
 */
public final class NotAdmitted extends BusinessError {
  public NotAdmitted() {
    super(Kind.FORBIDDEN, "order.not_admitted");
  }
}
