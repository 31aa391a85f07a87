package fan.encore.transfer;

import fan.encore.shared.BusinessError;

/** Only who paid for a ticket may sell it on, because the money goes back the way it came. */
public final class NotBoughtByYou extends BusinessError {
  public NotBoughtByYou() {
    super(Kind.CONFLICT, "resale.not_bought");
  }
}
