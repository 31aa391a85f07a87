package fan.encore.event;

import fan.encore.shared.BusinessError;

/** An add-on {0} that needs a ticket {1} in the same order, which allows {2} of it. */
public final class AddOnWithoutBase extends BusinessError {
  public AddOnWithoutBase(String addOn, String base, int maxPerBase) {
    super(Kind.INVALID, "event.add_on_without_base", addOn, base, maxPerBase);
  }
}
