package fan.encore.order.web;

import fan.encore.event.EventDetail;
import fan.encore.event.StudioEvents;
import fan.encore.event.TeamPermission;
import fan.encore.order.HandSales;
import fan.encore.order.SellByHand;
import fan.encore.order.SellByHand.Paid;
import fan.encore.security.web.Browser;
import fan.encore.security.web.Caller;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** {@code /studio/box-office?slug=}: sells by hand, and shows the tickets at once. */
@Named
@ViewScoped
public class BoxOfficePage implements Serializable {

  @Inject private HandSales sales;
  @Inject private StudioEvents studio;
  @Inject private Caller caller;
  @Inject private Browser browser;

  private final String key = UUID.randomUUID().toString();
  private final Map<String, Long> quantities = new HashMap<>();
  private String slug;
  private EventDetail event;
  private Paid paid = Paid.CASH;
  private String holderName;
  private String email;
  private String because;

  public void open() {
    event = studio.detail(caller.id(), slug, TeamPermission.SELL);
  }

  public void sell() {
    List<SellByHand.Line> lines = new ArrayList<>();
    quantities.forEach(
        (type, quantity) -> {
          if (quantity != null && quantity > 0) {
            lines.add(new SellByHand.Line(type, Math.toIntExact(quantity)));
          }
        });
    String code =
        sales.sell(caller.id(), slug, new SellByHand(lines, paid, holderName, email, because, key));
    browser.goTo("/studio/order?done=sold&code=" + code);
  }

  public Paid[] getWays() {
    return Paid.values();
  }

  public EventDetail getEvent() {
    return event;
  }

  /** How many of each type, by its code. */
  public Map<String, Long> getQuantities() {
    return quantities;
  }

  public Paid getPaid() {
    return paid;
  }

  public void setPaid(Paid paid) {
    this.paid = paid;
  }

  public String getHolderName() {
    return holderName;
  }

  public void setHolderName(String holderName) {
    this.holderName = holderName;
  }

  public String getEmail() {
    return email;
  }

  public void setEmail(String email) {
    this.email = email;
  }

  public String getBecause() {
    return because;
  }

  public void setBecause(String because) {
    this.because = because;
  }

  public String getSlug() {
    return slug;
  }

  public void setSlug(String slug) {
    this.slug = slug;
  }
}
