package fan.encore.order.web;

import fan.encore.order.GuestOrders;
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
  @Inject private GuestOrders guestOrders;
  @Inject private Caller caller;

  private int page;
  private boolean kept;
  private long waiting;
  private Slice<OrderRow> found;

  public void load() {
    found = orders.of(caller.id(), page, SIZE);
    waiting = caller.signedIn() ? guestOrders.waiting(caller.id(), null) : 0;
  }

  public List<OrderRow> getRows() {
    return found.rows();
  }

  public boolean isMore() {
    return (page + 1L) * SIZE < found.total();
  }

  /** How many orders guests made with the fan's address. */
  public long getWaiting() {
    return waiting;
  }

  /** Whether such orders have just come into her account. */
  public boolean isKept() {
    return kept;
  }

  public void setKept(boolean kept) {
    this.kept = kept;
  }

  /** From 0. */
  public int getPage() {
    return page;
  }

  public void setPage(int page) {
    this.page = Math.max(0, page);
  }
}
