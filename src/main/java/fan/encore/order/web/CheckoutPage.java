package fan.encore.order.web;

import fan.encore.account.Accounts;
import fan.encore.account.Profile;
import fan.encore.order.Answer;
import fan.encore.order.Checkout;
import fan.encore.order.PlaceOrder;
import fan.encore.order.Quote;
import fan.encore.order.ReservationView;
import fan.encore.order.Reservations;
import fan.encore.security.web.Browser;
import fan.encore.security.web.Caller;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The reservation with its countdown, and the order made of it. */
@Named
@ViewScoped
public class CheckoutPage implements Serializable {

  private static final String PROVIDER = "sandbox";

  @Inject private Reservations reservations;
  @Inject private Checkout checkout;
  @Inject private Accounts accounts;
  @Inject private Caller caller;
  @Inject private Browser browser;

  private final String key = UUID.randomUUID().toString();
  private String slug;
  private String code;
  private ReservationView reservation;
  private String holderName;
  private String phone;
  private String email;
  private String voucherCode;

  /** Nothing to do before there is a reservation: that part is the {@link ReservePage}'s. */
  public void open() {
    if (code != null) {
      openReservation();
    }
  }

  private void openReservation() {
    reservation = reservations.byCode(caller.id(), code);
    if (reservation.orderCode() != null) {
      browser.goTo("/my/order?code=" + reservation.orderCode());
      return;
    }
    slug = reservation.eventSlug();
    Profile profile = accounts.profile(caller.id());
    holderName = profile.displayName();
    phone = profile.phone();
    email = profile.email();
  }

  /** Places the order with the fan's answers and goes to the payment provider. */
  public void pay(List<Answer> answers) {
    PlaceOrder wanted =
        new PlaceOrder(code, PROVIDER, holderName, phone, voucherCode, answers, key);
    browser.goTo(checkout.place(caller.id(), wanted).redirectUrl());
  }

  public void release() {
    reservations.release(caller.id(), code);
    browser.goTo("/event/detail?slug=" + slug);
  }

  /** Null before there is a reservation. */
  public Quote getQuote() {
    return reservation == null ? null : reservation.quote();
  }

  public ReservationView getReservation() {
    return reservation;
  }

  public boolean isHeld() {
    return reservation != null && reservation.held(Instant.now());
  }

  public String getSlug() {
    return slug;
  }

  /** The server's clock, for the countdown. */
  public Instant getNow() {
    return Instant.now();
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code;
  }

  /** Where mails about the order go. */
  public String getEmail() {
    return email;
  }

  public String getHolderName() {
    return holderName;
  }

  public void setHolderName(String holderName) {
    this.holderName = holderName;
  }

  public String getVoucherCode() {
    return voucherCode;
  }

  public void setVoucherCode(String voucherCode) {
    this.voucherCode = voucherCode;
  }

  public String getPhone() {
    return phone;
  }

  public void setPhone(String phone) {
    this.phone = phone == null ? null : phone.replaceAll("[\\s()-]", "");
  }
}
