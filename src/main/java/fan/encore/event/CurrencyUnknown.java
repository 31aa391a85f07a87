package fan.encore.event;

import fan.encore.shared.BusinessError;

/** No currency has this code. */
public final class CurrencyUnknown extends BusinessError {
  public CurrencyUnknown() {
    super(Kind.INVALID, "event.currency_unknown");
  }
}
