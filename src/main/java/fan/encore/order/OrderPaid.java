package fan.encore.order;

/**
 * Fact: the tickets of this order are sold. Announced in the transaction that sells them, so that
 * the tickets are made with it or not at all.
 */
public record OrderPaid(String orderCode) {}
