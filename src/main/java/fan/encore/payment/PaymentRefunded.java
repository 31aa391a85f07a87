package fan.encore.payment;

import fan.encore.shared.Money;

/**
 * Fact: the provider gave all of the money back, at once or in parts.
 *
 * @param payment the payment's code
 * @param reason why, as asked for the last time
 */
public record PaymentRefunded(
    String payment, String purpose, String subject, long accountId, Money amount, String reason) {}
