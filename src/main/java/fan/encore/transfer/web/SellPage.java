package fan.encore.transfer.web;

import fan.encore.security.web.Browser;
import fan.encore.security.web.Caller;
import fan.encore.shared.Money;
import fan.encore.transfer.Resales;
import fan.encore.transfer.SellTicket;
import fan.encore.transfer.SellableTicket;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.UUID;

/** One ticket of the fan that she sells on, or her open offer of it. */
@Named
@ViewScoped
public class SellPage implements Serializable {

  @Inject private Resales resales;
  @Inject private Caller caller;
  @Inject private Browser browser;

  private final String key = UUID.randomUUID().toString();
  private String code;
  private SellableTicket ticket;
  private BigDecimal price;

  /**
   * @param ticketCode of a ticket of hers
   */
  public void open(String ticketCode) {
    code = ticketCode;
    ticket = resales.ticket(caller.id(), code);
    price = ticket.most().major();
  }

  public void offer() {
    resales.offer(caller.id(), new SellTicket(code, asked().minor(), key));
    browser.goTo("/my/pass-on?ticket=" + code + "&done=offered");
  }

  public void withdraw() {
    resales.withdraw(caller.id(), ticket.offer().code());
    browser.goTo("/my/pass-on?ticket=" + code + "&done=withdrawn");
  }

  private Money asked() {
    String currency = ticket.most().currency();
    BigDecimal major = price == null ? BigDecimal.ZERO : price;
    return Money.ofMajor(major.setScale(Money.exponent(currency), RoundingMode.HALF_UP), currency);
  }

  public boolean isSellable() {
    return ticket.sellable(Instant.now());
  }

  public SellableTicket getTicket() {
    return ticket;
  }

  /** The organizer's share in per cent. */
  public BigDecimal getFeePercent() {
    return BigDecimal.valueOf(ticket.feePerMille(), 1).stripTrailingZeros();
  }

  /** Decimal places of the currency. */
  public int getDecimals() {
    return Money.exponent(ticket.most().currency());
  }

  public BigDecimal getPrice() {
    return price;
  }

  public void setPrice(BigDecimal price) {
    this.price = price;
  }
}
