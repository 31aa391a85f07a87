package fan.encore.order.web;

import fan.encore.account.Profile;
import fan.encore.security.web.Browser;
import fan.encore.security.web.Caller;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.util.Currency;
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
  private String holderName;
  private String phone;

  public void open() {
    Profile profile = desk.profile(caller.id());
    email = profile.email();
    holderName = profile.displayName();
    phone = profile.phone();
    forms = desk.forms(caller.id());
  }

  /** Orders everything in one currency and goes to the payment provider. */
  public void pay(CartForm form) {
    browser.goTo(desk.place(caller.id(), form.wanted(holderName, phone)));
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

  /** What people call a currency, such as "Japanese Yen". */
  public String currencyName(String code) {
    return Currency.getInstance(code).getDisplayName(caller.locale());
  }

  /** The name for the tickets of all payments. */
  public String getHolderName() {
    return holderName;
  }

  public void setHolderName(String holderName) {
    this.holderName = holderName;
  }

  public String getPhone() {
    return phone;
  }

  public void setPhone(String phone) {
    this.phone = phone == null || phone.isBlank() ? null : phone.replaceAll("[\\s()-]", "");
  }

  /** The server's clock, for the countdowns. */
  public Instant getNow() {
    return Instant.now();
  }
}
