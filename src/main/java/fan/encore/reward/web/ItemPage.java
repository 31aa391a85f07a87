package fan.encore.reward.web;

import fan.encore.collection.Books;
import fan.encore.collection.Downloads;
import fan.encore.collection.ItemKind;
import fan.encore.collection.ItemView;
import fan.encore.reward.Delivery;
import fan.encore.security.web.Browser;
import fan.encore.security.web.Caller;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** One item of a fan's own: download it, have it delivered, give it away. */
@Named
@ViewScoped
public class ItemPage implements Serializable {

  @Inject private Books books;
  @Inject private Delivery delivery;
  @Inject private ItemActions actions;
  @Inject private Caller caller;
  @Inject private Browser browser;

  private final AddressForm address = new AddressForm();
  private String code;
  private String done;
  private String fanCode;
  private ItemView item;

  public void open() {
    item = books.item(caller.id(), code);
  }

  /** Goes to the file by a link made for this click. */
  public void download() {
    browser.goTo(actions.link(caller.id(), code));
  }

  /** Sends a parcel, or makes a voucher. */
  public void claim() {
    boolean byPost = item.kind() == ItemKind.PHYSICAL;
    delivery.claim(caller.id(), code, byPost ? address.address() : null);
    browser.goTo("/my/deliveries");
  }

  public void give() {
    actions.offer(caller.id(), code, fanCode);
    browser.goTo("/my/item?code=" + code + "&done=gift_offered");
  }

  public boolean isClaimable() {
    return item.free() > 0 && (item.kind() == ItemKind.PHYSICAL || item.kind() == ItemKind.VOUCHER);
  }

  public int getDownloadsADay() {
    return Downloads.LINKS;
  }

  public ItemView getItem() {
    return item;
  }

  public AddressForm getAddress() {
    return address;
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code;
  }

  /** What was just done: a word that completes a key of the bundle, or null. */
  public String getDone() {
    return done;
  }

  public void setDone(String done) {
    this.done = done;
  }

  public String getFanCode() {
    return fanCode;
  }

  public void setFanCode(String fanCode) {
    this.fanCode = fanCode;
  }
}
