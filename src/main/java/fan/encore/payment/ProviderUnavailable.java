package fan.encore.payment;

import fan.encore.shared.BusinessError;

/** The provider does not answer or refuses to work; the same call may succeed later. */
public final class ProviderUnavailable extends BusinessError {
  public ProviderUnavailable() {
    super(Kind.UNAVAILABLE, "payment.provider_unavailable");
  }
}
