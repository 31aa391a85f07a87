package fan.encore.order;

import fan.encore.shared.BusinessError;

/** No payment provider has this name. */
public final class ProviderUnknown extends BusinessError {
  public ProviderUnknown() {
    super(Kind.INVALID, "order.provider_unknown");
  }
}
