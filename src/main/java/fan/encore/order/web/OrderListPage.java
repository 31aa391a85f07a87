package fan.encore.order.web;

import fan.encore.order.OrderRow;
import fan.encore.order.Orders;
import fan.encore.security.web.Caller;
import fan.encore.shared.Slice;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The fan's orders, the latest first. */
@Named
@RequestScoped
public class OrderListPage {

  private static final int SIZE = 20;

  @Inject private Orders orders;
  @Inject private Caller caller;

  private int page;
  private Slice<OrderRow> found;

  public void load() {
    found = orders.of(caller.id(), page, SIZE);
  }

  public List<OrderRow> getRows() {
    return found.rows();
  }

  public boolean isMore() {
    return (page + 1L) * SIZE < found.total();
  }

  /** From 0. */
  public int getPage() {
    return page;
  }

  public void setPage(int page) {
    this.page = Math.max(0, page);
  }
}
