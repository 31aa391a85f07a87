package fan.encore.order.web;

import fan.encore.account.Profile;
import fan.encore.security.web.Browser;
import fan.encore.security.web.Caller;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;

/** Everything that a fan holds, with one countdown for each hold and one payment a currency. */
@Named
@ViewScoped
public class CartPage implements Serializable {

  @Inject private CartDesk desk;
  @Inject private Caller caller;
  @Inject private Browser browser;

  private List<CartForm> forms = List.of();
  private String email;

  public void open() {
    Profile profile = desk.profile(caller.id());
    email = profile.email();
    forms = desk.forms(caller.id(), profile);
  }

  /** Orders everything in one currency and goes to the payment provider. */
  public void pay(CartForm form) {
    browser.goTo(desk.place(caller.id(), form));
  }

  /** Gives one hold back; the others stay. */
  public void remove(String reservation) {
    desk.release(caller.id(), reservation);
    browser.goTo("/my/cart");
  }

  public List<CartForm> getForms() {
    return forms;
  }

  /** Where mails about the orders go. */
  public String getEmail() {
    return email;
  }

  /** The server's clock, for the countdowns. */
  public Instant getNow() {
    return Instant.now();
  }
}
