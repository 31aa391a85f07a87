package fan.encore.ticket.web;

import fan.encore.security.web.Caller;
import fan.encore.ticket.QrCode;
import fan.encore.ticket.TicketRow;
import fan.encore.ticket.TicketStatus;
import fan.encore.ticket.Tickets;
import fan.encore.transfer.TransferRow;
import fan.encore.transfer.Transfers;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The fan's tickets, one card per order. */
@Named
@RequestScoped
public class TicketsPage {

  private static final int MOST = 200;

  @Inject private Tickets tickets;
  @Inject private Transfers transfers;
  @Inject private Caller caller;
  @Inject private Clock clock;

  private List<Card> upcoming = List.of();
  private List<Card> past = List.of();
  private Set<String> promised = Set.of();
  private long waiting;
  private String got;

  /**
   * The tickets of an order.
   *
   * @param first any of them, for what they have in common
   * @param usable whether a document can be had: one of them is valid
   */
  public record Card(TicketRow first, List<TicketRow> tickets, boolean usable) {}

  /** Loads what the view shows. */
  public void open() {
    Instant now = clock.instant();
    Map<String, List<TicketRow>> orders = new LinkedHashMap<>();
    for (TicketRow ticket : tickets.of(caller.id(), 0, MOST).rows()) {
      orders.computeIfAbsent(ticket.orderCode(), none -> new ArrayList<>()).add(ticket);
    }
    List<TransferRow> open =
        caller.signedIn()
            ? transfers.of(caller.id()).stream().filter(transfer -> transfer.open(now)).toList()
            : List.of();
    waiting = open.stream().filter(transfer -> !transfer.mine()).count();
    promised =
        open.stream()
            .filter(TransferRow::mine)
            .map(TransferRow::ticket)
            .collect(Collectors.toSet());
    upcoming = new ArrayList<>();
    past = new ArrayList<>();
    for (List<TicketRow> order : orders.values()) {
      boolean usable = order.stream().anyMatch(ticket -> ticket.status() != TicketStatus.CANCELLED);
      boolean over = !usable || order.get(0).endsAt().isBefore(now);
      (over ? past : upcoming).add(new Card(order.get(0), List.copyOf(order), usable));
    }
  }

  /** Whether some document is not there yet, so that looking again is worth while. */
  public boolean isPreparing() {
    return upcoming.stream().anyMatch(card -> !card.first().documentReady());
  }

  /** Where the holder of a ticket sits, in words. */
  public String seat(TicketRow ticket) {
    return ticket.seat().words(caller.locale());
  }

  /** The QR code of a ticket as squares. */
  public QrCode qr(TicketRow ticket) {
    return QrCode.of(ticket.qr());
  }

  /** Whether the ticket was sent to somebody who has not claimed it yet. */
  public boolean promised(TicketRow ticket) {
    return promised.contains(ticket.code());
  }

  /** How many tickets were sent to the fan and wait for her answer. */
  public long getWaiting() {
    return waiting;
  }

  /** Code of a ticket that she has just got from somebody, or null. */
  public String getGot() {
    return got;
  }

  public void setGot(String got) {
    this.got = got;
  }

  public List<Card> getUpcoming() {
    return upcoming;
  }

  /** Her tickets of one order: one card, or none where she has none of it. */
  public List<Card> ofOrder(String order) {
    return Stream.concat(upcoming.stream(), past.stream())
        .filter(card -> card.first().orderCode().equals(order))
        .toList();
  }

  public List<Card> getPast() {
    return past;
  }
}
