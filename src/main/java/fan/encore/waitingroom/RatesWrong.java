package fan.encore.waitingroom;

import fan.encore.shared.BusinessError;

/** The least number of fans per minute is more than the most. */
public final class RatesWrong extends BusinessError {
  public RatesWrong() {
    super(Kind.INVALID, "waitingroom.rates_wrong");
  }
}
