package fan.encore.payment;

/**
 * A signed message of a provider.
 *
 * @param eventId the provider's id, the same on every delivery
 * @param payment the reference it carries
 * @param bodySha256 fingerprint of the raw body
 * @param checkout what it says about a checkout, or null
 * @param refund the provider's id of the refund that succeeded, or null
 * @param refundMinor how much went back with it, 0 without one
 */
public record ProviderEvent(
    String provider,
    String eventId,
    String type,
    String payment,
    String bodySha256,
    CheckoutFacts checkout,
    String refund,
    long refundMinor) {}
