package fan.encore.order.web;

import fan.encore.order.Carts;
import fan.encore.security.web.Caller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The number beside the cart in the header. */
@Named
@RequestScoped
public class CartCount {

  @Inject private Carts carts;
  @Inject private Caller caller;

  private Integer size;

  /** How many reservations wait for their payment; 0 for strangers. */
  public int getSize() {
    if (size == null) {
      size = caller.is("FAN") || caller.isGuest() ? carts.count(caller.id()) : 0;
    }
    return size;
  }
}
