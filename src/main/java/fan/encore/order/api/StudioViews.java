package fan.encore.order.api;

import fan.encore.app.api.Amount;
import fan.encore.order.OrderNote;
import fan.encore.order.OrderStatus;
import fan.encore.order.OrderView;
import fan.encore.order.OrdersFound;
import fan.encore.order.RefundView;
import fan.encore.ticket.OrderTicket;
import fan.encore.ticket.TicketStatus;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Orders as the programs of organizers see and change them. */
final class StudioViews {

  private StudioViews() {}

  /**
   * @param tickets codes of tickets; none means all that are left
   * @param keepFees whether the house keeps the service fees
   * @param evenIfUsed whether tickets go back that were used at the door
   * @param reason what the fan reads
   */
  public record RefundWish(
      List<String> tickets, boolean keepFees, boolean evenIfUsed, String reason) {}

  /** What to write beside an order. */
  public record NoteWish(String body) {}

  /** The name to write on a ticket. */
  public record HolderWish(String name) {}

  /**
   * @param next ask for the next page with {@code after=} this; null when this is the last one
   */
  public record Found(List<Row> items, String next) {
    static Found of(OrdersFound found) {
      return new Found(found.rows().stream().map(Row::of).toList(), found.next());
    }
  }

  /**
   * @param returned how many of the tickets were given back
   */
  @Schema(name = "StudioOrderRow")
  public record Row(
      String code,
      OrderStatus status,
      String event,
      String title,
      String holderName,
      String email,
      int quantity,
      int returned,
      Amount total,
      Amount refunded,
      Instant placedAt) {
    static Row of(OrdersFound.Row row) {
      return new Row(
          row.code(),
          row.status(),
          row.eventSlug(),
          row.eventTitle(),
          row.holderName(),
          row.email(),
          row.quantity(),
          row.returned(),
          Amount.of(row.total()),
          Amount.of(row.refunded()),
          row.placedAt());
    }
  }

  /** A ticket of the order. */
  public record Ticket(
      String code, String ticketType, String holder, TicketStatus status, Instant checkedInAt) {
    static Ticket of(OrderTicket ticket) {
      return new Ticket(
          ticket.code(),
          ticket.seat().ticketType(),
          ticket.holder(),
          ticket.status(),
          ticket.checkedInAt());
    }
  }

  /**
   * @param tickets their prices
   * @param fee their service fees
   * @param amount the money that goes back
   * @param done whether the provider has given it back
   */
  public record Refund(
      String code,
      int quantity,
      Amount tickets,
      Amount fee,
      boolean feesKept,
      Amount amount,
      String reason,
      Instant refundedAt,
      boolean done) {
    static Refund of(RefundView refund) {
      return new Refund(
          refund.code(),
          refund.quantity(),
          Amount.of(refund.tickets()),
          Amount.of(refund.fee()),
          refund.feesKept(),
          Amount.of(refund.amount()),
          refund.reason(),
          refund.refundedAt(),
          refund.done());
    }
  }

  /** A note beside the order. */
  public record Note(String author, Instant writtenAt, String body) {
    static Note of(OrderNote note) {
      return new Note(note.author(), note.writtenAt(), note.body());
    }
  }

  /** An order with all that belongs to it. */
  public record Desk(
      OrderViews.Order order,
      String email,
      List<Ticket> tickets,
      List<Refund> refunds,
      List<Note> notes) {
    static Desk of(
        OrderView order,
        String email,
        List<OrderTicket> tickets,
        List<RefundView> refunds,
        List<OrderNote> notes) {
      return new Desk(
          OrderViews.Order.of(order),
          email,
          tickets.stream().map(Ticket::of).toList(),
          refunds.stream().map(Refund::of).toList(),
          notes.stream().map(Note::of).toList());
    }
  }
}
