package fan.encore.transfer;

import fan.encore.shared.BusinessError;

/** A fan cannot send a ticket to herself. */
public final class OwnAddress extends BusinessError {
  public OwnAddress() {
    super(Kind.INVALID, "transfer.own_address");
  }

  @Override
  public String field() {
    return "email";
  }
}
