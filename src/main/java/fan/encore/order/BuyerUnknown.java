package fan.encore.order;

import fan.encore.shared.BusinessError;

/** No account uses this mail address. */
public final class BuyerUnknown extends BusinessError {
  public BuyerUnknown() {
    super(Kind.INVALID, "order.buyer_unknown");
  }

  @Override
  public String field() {
    return "email";
  }
}
