package fan.encore.order.web;

import fan.encore.account.GuestPass;
import fan.encore.order.GuestOrders;
import fan.encore.security.web.Browser;
import fan.encore.security.web.Caller;
import fan.encore.security.web.NextPath;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/**
 * Where the links in a guest's mails lead: it says whose orders they are, and by the press of a
 * button this browser gets her pass and goes on. A link alone changes nothing, because anybody may
 * send one. Whoever is signed in is asked next whether the orders shall come into her account.
 */
@Named
@ViewScoped
public class GuestLinkPage implements Serializable {

  @Inject private GuestOrders orders;
  @Inject private Caller caller;
  @Inject private Browser browser;

  private String pass;
  private String next;
  private GuestPass guest;
  private GuestPass present;

  /** A browser that is this guest's already goes on at once. */
  public void open() {
    guest = orders.guest(pass).orElse(null);
    present = orders.guest(browser.guestPass()).orElse(null);
    if (guest != null && present != null && present.accountId() == guest.accountId()) {
      enter();
    }
  }

  public void enter() {
    browser.guest(pass);
    browser.goTo(caller.signedIn() ? "/keep-orders" : NextPath.of(next));
  }

  /** Whose orders the link opens, or null when it is too old. */
  public GuestPass getGuest() {
    return guest;
  }

  /** Whose browser it is until then, or null. */
  public GuestPass getPresent() {
    return present;
  }

  public String getPass() {
    return pass;
  }

  public void setPass(String pass) {
    this.pass = pass;
  }

  public String getNext() {
    return next;
  }

  public void setNext(String next) {
    this.next = next;
  }
}
