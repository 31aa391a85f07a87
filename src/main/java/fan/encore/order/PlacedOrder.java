package fan.encore.order;

/**
 * An order that was placed.
 *
 * @param redirectUrl where the fan goes now: the provider's page, or for an order that waits for no
 *     payment a path of ours
 */
public record PlacedOrder(String orderCode, String redirectUrl) {}
