package fan.encore.order;

import fan.encore.shared.BusinessError;

/** What is given away or was paid outside needs a reason. */
public final class ReasonMissing extends BusinessError {
  public ReasonMissing() {
    super(Kind.INVALID, "order.reason_missing");
  }

  @Override
  public String field() {
    return "because";
  }
}
