package fan.encore.event;

import fan.encore.shared.BusinessError;

/** The sale of a ticket type ends before it begins. */
public final class SaleWindowWrong extends BusinessError {
  public SaleWindowWrong() {
    super(Kind.INVALID, "event.sale_window_wrong");
  }
}
