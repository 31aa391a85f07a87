package fan.encore.order;

import fan.encore.shared.BusinessError;

/** The event is for older guests than this one will be on its day. */
public final class TooYoung extends BusinessError {
  public TooYoung(int minAge) {
    super(Kind.CONFLICT, "events.too_young", minAge);
  }
}
