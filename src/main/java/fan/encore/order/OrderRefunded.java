package fan.encore.order;

/** Fact: the money of this order went back to the fan. */
public record OrderRefunded(String orderCode) {}
