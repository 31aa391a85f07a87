package fan.encore.order.web;

import fan.encore.order.RefundTickets;
import fan.encore.order.SoldSeat;
import fan.encore.ticket.OrderTicket;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What somebody ticked and wrote who gives tickets back. */
public class RefundForm implements Serializable {

  private static final long serialVersionUID = 1L;

  private final String key = UUID.randomUUID().toString();
  private final Map<String, Boolean> chosen = new HashMap<>();
  private boolean keepFees;
  private boolean evenIfUsed;
  private String reason;

  /** The places of the ticked ones among these; none means all that are left. */
  List<SoldSeat> seats(List<OrderTicket> tickets) {
    return tickets.stream()
        .filter(one -> Boolean.TRUE.equals(chosen.get(one.code())))
        .map(OrderTicket::seat)
        .toList();
  }

  RefundTickets wanted(List<OrderTicket> tickets) {
    return new RefundTickets(seats(tickets), keepFees, evenIfUsed, reason, key);
  }

  /** Which tickets are ticked, by code. */
  public Map<String, Boolean> getChosen() {
    return chosen;
  }

  public boolean isKeepFees() {
    return keepFees;
  }

  public void setKeepFees(boolean keepFees) {
    this.keepFees = keepFees;
  }

  public boolean isEvenIfUsed() {
    return evenIfUsed;
  }

  public void setEvenIfUsed(boolean evenIfUsed) {
    this.evenIfUsed = evenIfUsed;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
