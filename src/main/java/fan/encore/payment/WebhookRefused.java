package fan.encore.payment;

import fan.encore.shared.BusinessError;

/** The message is not signed by the provider, too old, or not to be understood. */
public final class WebhookRefused extends BusinessError {
  public WebhookRefused() {
    super(Kind.INVALID, "payment.webhook_refused");
  }
}
