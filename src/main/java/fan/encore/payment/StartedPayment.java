package fan.encore.payment;

/**
 * A payment that waits for its buyer.
 *
 * @param code our code, {@code PAY-...}
 * @param redirectUrl the provider's page where she pays
 */
public record StartedPayment(String code, String redirectUrl) {}
