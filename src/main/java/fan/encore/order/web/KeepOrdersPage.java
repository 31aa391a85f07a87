package fan.encore.order.web;

import fan.encore.account.GuestPass;
import fan.encore.order.GuestOrders;
import fan.encore.security.web.Browser;
import fan.encore.security.web.Caller;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** Puts what was bought without an account into one: that of whoever is signed in, or a new one. */
@Named
@ViewScoped
public class KeepOrdersPage implements Serializable {

  @Inject private GuestOrders orders;
  @Inject private Caller caller;
  @Inject private Browser browser;

  private GuestPass guest;
  private long waiting;
  private String password;

  public void open() {
    guest = orders.guest(browser.guestPass()).orElse(null);
    waiting = caller.is("FAN") ? orders.waiting(caller.id(), browser.guestPass()) : 0;
  }

  /** Into the account of whoever is signed in. */
  public void take() {
    orders.take(caller.id(), browser.guestPass());
    browser.goTo("/my/orders?kept=true");
  }

  /** Into a new account; she signs in to it next. */
  public void keep() {
    orders.keep(browser.guestPass(), password);
    browser.goTo("/sign-in?confirmed=true&next=/my/orders");
  }

  /** The guest of this browser, or null. */
  public GuestPass getGuest() {
    return guest;
  }

  /** How many orders can be taken into the account of whoever is signed in. */
  public long getWaiting() {
    return waiting;
  }

  public String getPassword() {
    return password;
  }

  public void setPassword(String password) {
    this.password = password;
  }
}
