package fan.encore.order;

import fan.encore.shared.BusinessError;

/**
 * More fans want tickets than can be served at the moment; nothing is held, a moment later helps.
 */
public class SaleBusy extends BusinessError {
  public SaleBusy() {
    super(Kind.UNAVAILABLE, "order.busy");
  }
}
