package fan.encore.finance.web;

import fan.encore.finance.Invoices;
import fan.encore.finance.Seller;
import fan.encore.security.web.Browser;
import fan.encore.security.web.Caller;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** {@code /studio/seller}: what an organizer's invoices say about the seller. */
@Named
@ViewScoped
public class SellerPage implements Serializable {

  @Inject private Invoices invoices;
  @Inject private Caller caller;
  @Inject private Browser browser;

  private String name = "";
  private String address = "";
  private String taxNumber = "";
  private boolean written;
  private boolean done;

  @PostConstruct
  void load() {
    invoices
        .seller(caller.id())
        .ifPresent(
            seller -> {
              name = seller.name();
              address = seller.address();
              taxNumber = seller.taxNumber();
              written = true;
            });
  }

  public void save() {
    invoices.write(caller.id(), new Seller(name.strip(), text(address), text(taxNumber)));
    browser.goTo("/studio/seller?done=true");
  }

  private static String text(String typed) {
    return typed == null ? "" : typed.strip();
  }

  /** False while invoices say nothing about the seller but the account's name. */
  public boolean isWritten() {
    return written;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String getAddress() {
    return address;
  }

  public void setAddress(String address) {
    this.address = address;
  }

  public String getTaxNumber() {
    return taxNumber;
  }

  public void setTaxNumber(String taxNumber) {
    this.taxNumber = taxNumber;
  }

  public boolean isDone() {
    return done;
  }

  public void setDone(boolean done) {
    this.done = done;
  }
}
