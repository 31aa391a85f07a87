package fan.encore.order.web;

import fan.encore.admin.web.LazyRows;
import fan.encore.order.OrderRow;
import fan.encore.order.Orders;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** All orders for administrators. */
@Named
@ViewScoped
public class AdminOrdersPage implements Serializable {

  @Inject private Orders orders;

  private LazyRows<OrderRow> rows;

  @PostConstruct
  void load() {
    rows = new LazyRows<>(query -> orders.find(query), OrderRow::code);
  }

  public LazyRows<OrderRow> getRows() {
    return rows;
  }
}
