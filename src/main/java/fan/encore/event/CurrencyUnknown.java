package fan.encore.event;

import fan.encore.shared.BusinessError;

/** No currency has this code, or there must be one and is none. */
public final class CurrencyUnknown extends BusinessError {
  public CurrencyUnknown() {
    super(Kind.INVALID, "event.currency_unknown");
  }

  @Override
  public String field() {
    return "currency";
  }
}
