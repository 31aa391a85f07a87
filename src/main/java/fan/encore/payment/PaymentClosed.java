package fan.encore.payment;

/**
 * Fact: the payment was declined or abandoned. No money came; it may still come late.
 *
 * @param payment the payment's code
 */
public record PaymentClosed(String payment, String purpose, String subject) {}
