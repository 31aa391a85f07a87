package fan.encore.order.web;

import fan.encore.order.OrderStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;

/** The statuses of an order and the colour of each one's badge. */
@Named("orderColours")
@ApplicationScoped
public class OrderColours {

  public OrderStatus[] getStatuses() {
    return OrderStatus.values();
  }

  public String of(OrderStatus status) {
    return switch (status) {
      case OPEN -> "warn";
      case PAID -> "good";
      case LAPSED -> "neutral";
      case REFUND_DUE -> "bad";
      case REFUNDED -> "info";
    };
  }
}
