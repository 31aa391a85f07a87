package fan.encore.payment;

import fan.encore.shared.Money;

/**
 * Fact: the money is in our books, on the payment's suspense account. Announced in the fulfilment
 * transaction: an observer that throws undoes it and is asked again later, and may be asked for a
 * payment that it had seen closed before.
 *
 * @param payment the payment's code
 */
public record PaymentCaptured(
    String payment, String purpose, String subject, long accountId, Money amount) {}
