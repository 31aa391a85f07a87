package fan.encore.waitlist.web;

import fan.encore.event.EventDetail;
import fan.encore.event.Events;
import fan.encore.event.TicketTypeNotFound;
import fan.encore.security.web.Browser;
import fan.encore.security.web.Caller;
import fan.encore.waitlist.JoinWaitlist;
import fan.encore.waitlist.WaitlistType;
import fan.encore.waitlist.Waitlists;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.stream.IntStream;

/** How the waiting list of a ticket type works, and the way into it. */
@Named
@ViewScoped
public class JoinWaitlistPage implements Serializable {

  @Inject private Waitlists waitlists;
  @Inject private Events events;
  @Inject private Caller caller;
  @Inject private Browser browser;

  private String slug;
  private String typeCode;
  private int quantity = 1;
  private EventDetail event;
  private WaitlistType type;

  public void open() {
    event = events.bySlug(slug);
    type =
        waitlists.ofEvent(slug).stream()
            .filter(one -> one.type().equals(typeCode))
            .findFirst()
            .orElseThrow(TicketTypeNotFound::new);
  }

  public void join() {
    waitlists.join(caller.id(), new JoinWaitlist(slug, typeCode, quantity));
    browser.goTo("/my/waiting-list");
  }

  /** How many tickets she may wait for. */
  public List<Integer> getChoices() {
    return IntStream.rangeClosed(1, type.terms().largestGroup()).boxed().toList();
  }

  /** How long offered tickets are held, in hours when they are full ones. */
  public String getDeadline() {
    int minutes = type.terms().offerMinutes();
    return minutes % 60 == 0 ? "waitlist.rule.hours" : "waitlist.rule.minutes";
  }

  public int getDeadlineNumber() {
    int minutes = type.terms().offerMinutes();
    return minutes % 60 == 0 ? minutes / 60 : minutes;
  }

  public EventDetail getEvent() {
    return event;
  }

  public WaitlistType getType() {
    return type;
  }

  public String getSlug() {
    return slug;
  }

  public void setSlug(String slug) {
    this.slug = slug;
  }

  public String getTypeCode() {
    return typeCode;
  }

  public void setTypeCode(String typeCode) {
    this.typeCode = typeCode;
  }

  public int getQuantity() {
    return quantity;
  }

  public void setQuantity(int quantity) {
    this.quantity = quantity;
  }
}
