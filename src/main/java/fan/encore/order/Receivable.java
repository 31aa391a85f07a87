package fan.encore.order;

import fan.encore.shared.Money;

/**
 * What an order still asks for.
 *
 * @param payable whether it waits for a payment and its tickets are held
 * @param description what the fan reads on the provider's page
 */
public record Receivable(String orderCode, Money total, String description, boolean payable) {}
