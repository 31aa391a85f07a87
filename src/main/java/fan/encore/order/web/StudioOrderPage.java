package fan.encore.order.web;

import fan.encore.order.OrderDesk;
import fan.encore.order.OrderNote;
import fan.encore.order.OrderRefunds;
import fan.encore.order.OrderView;
import fan.encore.order.RefundView;
import fan.encore.security.web.Browser;
import fan.encore.security.web.Caller;
import fan.encore.shared.Money;
import fan.encore.ticket.OrderTicket;
import fan.encore.ticket.OrderTickets;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** {@code /studio/order?code=}: one order of an organizer's event, and what can be done with it. */
@Named
@ViewScoped
public class StudioOrderPage implements Serializable {

  @Inject private OrderDesk desk;
  @Inject private OrderRefunds refunds;
  @Inject private OrderTickets tickets;
  @Inject private Caller caller;
  @Inject private Browser browser;

  private final RefundForm form = new RefundForm();
  private String code;
  private String done;
  private OrderView order;
  private String email;
  private List<OrderTicket> all = List.of();
  private List<RefundView> given = List.of();
  private List<OrderNote> notes = List.of();
  private Money preview;
  private String note;
  private String ticket;
  private String holder;

  public void open() {
    order = desk.byCode(caller.id(), code);
    email = desk.email(caller.id(), code);
    all = tickets.of(caller.id(), code);
    given = refunds.of(code);
    notes = desk.notes(caller.id(), code);
  }

  /** Shows what would go back. */
  public void count() {
    preview = refunds.preview(caller.id(), code, form.seats(all), form.isKeepFees());
  }

  public void refund() {
    refunds.refund(caller.id(), code, form.wanted(all));
    show("refunded");
  }

  public void write() {
    desk.note(caller.id(), code, note);
    show("noted");
  }

  /** Takes up a ticket to write another name on it. */
  public void edit(OrderTicket one) {
    ticket = one.code();
    holder = one.holder();
  }

  public void rename() {
    tickets.rename(caller.id(), code, ticket, holder);
    show("renamed");
  }

  private void show(String what) {
    browser.goTo("/studio/order?code=" + code + "&done=" + what);
  }

  public OrderView getOrder() {
    return order;
  }

  public String getEmail() {
    return email;
  }

  public List<OrderTicket> getTickets() {
    return all;
  }

  public List<RefundView> getRefunds() {
    return given;
  }

  public List<OrderNote> getNotes() {
    return notes;
  }

  public RefundForm getForm() {
    return form;
  }

  /** Null until it was counted. */
  public Money getPreview() {
    return preview;
  }

  public String getNote() {
    return note;
  }

  public void setNote(String note) {
    this.note = note;
  }

  public String getTicket() {
    return ticket;
  }

  public String getHolder() {
    return holder;
  }

  public void setHolder(String holder) {
    this.holder = holder;
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
}
