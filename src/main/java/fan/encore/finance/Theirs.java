package fan.encore.finance;

import java.time.Instant;

/**
 * One line of a settlement file.
 *
 * @param transactionId the provider's number of the line, unique for it
 * @param category the provider's word for what it is, such as {@code charge}
 * @param sourceId the provider's charge or refund
 * @param chargeId the charge, for a refund too; null if there is none
 * @param paymentRef our payment's code as it came back, or null
 * @param refundRef what we called the refund, or null
 * @param at when it happened at the provider
 * @param currency upper-case ISO 4217 code
 * @param grossMinor minor units; negative for a refund
 * @param feeMinor what the provider keeps; the net is gross minus fee
 */
public record Theirs(
    String transactionId,
    Ours.Kind kind,
    String category,
    String sourceId,
    String chargeId,
    String paymentRef,
    String refundRef,
    Instant at,
    String currency,
    long grossMinor,
    long feeMinor,
    String description) {}
