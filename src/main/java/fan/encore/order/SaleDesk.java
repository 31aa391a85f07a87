package fan.encore.order;

import fan.encore.shared.Lane;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * Where fans queue to order what they hold, in one lane on every node: what a transaction costs is
 * shared by all orders in it, free ones are sold in it. Orders with a voucher or answers go alone.
 */
@ApplicationScoped
public class SaleDesk {

  private static final int TOGETHER = 64;

  /** As many as hold tickets at the same time. */
  private static final int WAITING = 128;

  private static final long PATIENCE_MILLIS = 10_000;

  /**
   * What a fan wants.
   *
   * @param wanted {@link PlaceOrder#plain() plain}
   */
  record Wish(long accountId, PlaceOrder wanted) {}

  private final Lane<Wish, Optional<Receivable>> lane;

  @Inject
  public SaleDesk(PlainOrders orders) {
    this.lane = new Lane<>(TOGETHER, WAITING, orders::place, SaleBusy::new);
  }

  /** For the container's proxy. */
  protected SaleDesk() {
    this.lane = null;
  }

  /**
   * Waits for its turn and for the commit.
   *
   * @param wanted a plain one
   * @return empty when it must be tried alone, to be placed there or refused; nothing has happened
   * @throws SaleBusy if too many wait
   */
  Optional<Receivable> ask(long accountId, PlaceOrder wanted) {
    return lane.ask(accountId, "", new Wish(accountId, wanted), PATIENCE_MILLIS);
  }
}
