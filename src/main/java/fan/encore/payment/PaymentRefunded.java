package fan.encore.payment;

import fan.encore.shared.Money;

/**
 * Fact: the provider gave the money back, in full.
 *
 * @param payment the payment's code
 * @param reason why, as asked for
 */
public record PaymentRefunded(
    String payment, String purpose, String subject, long accountId, Money amount, String reason) {}
