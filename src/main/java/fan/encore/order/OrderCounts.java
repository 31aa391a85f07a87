package fan.encore.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.annotation.Metric;

/** Counts reservations and paid orders for {@code /metrics}. */
@ApplicationScoped
public class OrderCounts {

  @Inject
  @Metric(name = "encore_reservations", absolute = true, description = "Reservations made")
  private Counter reservations;

  @Inject
  @Metric(name = "encore_orders", absolute = true, description = "Orders paid")
  private Counter orders;

  /** For the container. */
  public OrderCounts() {}

  /** Outside the server. */
  public OrderCounts(Counter reservations, Counter orders) {
    this.reservations = reservations;
    this.orders = orders;
  }

  public void reserved() {
    reservations.inc();
  }

  public void paid() {
    orders.inc();
  }
}
