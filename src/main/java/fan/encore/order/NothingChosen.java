package fan.encore.order;

import fan.encore.shared.BusinessError;

/** The same type twice, or no ticket at all. */
public final class NothingChosen extends BusinessError {
  public NothingChosen() {
    super(Kind.INVALID, "order.nothing_chosen");
  }
}
