package fan.encore.order;

/**
 * Asked in the transaction that settles a payment: the order buys a ticket that a fan sells on.
 * Whoever keeps such offers ends the seller's ticket, gives its place to the order's reservation
 * and says so; when nobody does, the payment goes back.
 */
public final class ResaleDue {

  private final String orderCode;
  private boolean given;

  public ResaleDue(String orderCode) {
    this.orderCode = orderCode;
  }

  public String orderCode() {
    return orderCode;
  }

  /** The place is the order's. */
  public void give() {
    given = true;
  }

  boolean isGiven() {
    return given;
  }
}
