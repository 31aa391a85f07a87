package fan.encore.order;

import java.util.EnumSet;
import java.util.Set;

/** Where an order stands. */
public enum OrderStatus {
  /** Waits for its payment while the tickets are held. */
  OPEN,
  /** Paid; the tickets are the fan's. */
  PAID,
  /** The hold ended without a payment; nothing is owed. A late payment can still revive it. */
  LAPSED,
  /** Paid too late for tickets that are gone; the money is on its way back. */
  REFUND_DUE,
  /** The money was given back. */
  REFUNDED;

  /** True when an order may go from this status to the other one. */
  public boolean canBecome(OrderStatus next) {
    return following().contains(next);
  }

  private Set<OrderStatus> following() {
    return switch (this) {
      case OPEN -> EnumSet.of(PAID, LAPSED, REFUND_DUE);
      case LAPSED -> EnumSet.of(PAID, REFUND_DUE);
      case PAID, REFUND_DUE -> EnumSet.of(REFUNDED);
      case REFUNDED -> EnumSet.noneOf(OrderStatus.class);
    };
  }
}
