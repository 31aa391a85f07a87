package fan.encore.finance;

import fan.encore.shared.BusinessError;

/** There is no such invoice, it is somebody else's, or the order was never paid. */
public final class NoInvoice extends BusinessError {
  public NoInvoice() {
    super(Kind.NOT_FOUND, "finance.no_invoice");
  }
}
