package fan.encore.order.web;

import fan.encore.account.GuestPass;
import fan.encore.order.GuestOrders;
import fan.encore.security.web.Browser;
import fan.encore.security.web.Caller;
import fan.encore.security.web.NextPath;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;

/**
 * Where the links in a guest's mails lead: this browser gets her pass and goes on. Whoever is
 * signed in is asked whether the orders shall come into her account.
 */
@Named
@RequestScoped
public class GuestLinkPage {

  @Inject private GuestOrders orders;
  @Inject private Caller caller;
  @Inject private Browser browser;

  private String pass;
  private String next;

  /** Shows the page only when the link is too old. */
  public void open() {
    Optional<GuestPass> guest = orders.guest(pass);
    if (guest.isEmpty()) {
      return;
    }
    browser.guest(pass);
    browser.goTo(caller.signedIn() ? "/keep-orders" : NextPath.of(next));
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
