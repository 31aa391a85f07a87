package fan.encore.order;

import java.util.List;

/**
 * Orders that were placed together.
 *
 * @param orders their codes, those that cost nothing among them
 * @param redirectUrl where the fan goes now: the provider's page, or a path of ours when nothing is
 *     to be paid
 */
public record PlacedCart(String code, List<String> orders, String redirectUrl) {}
