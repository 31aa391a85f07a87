package fan.encore.order.api;

import fan.encore.app.api.Amount;
import fan.encore.order.OrderRow;
import fan.encore.order.OrderStatus;
import fan.encore.order.OrderView;
import fan.encore.order.PricedLine;
import fan.encore.order.Quote;
import fan.encore.order.ReservationStatus;
import fan.encore.order.ReservationView;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Reservations and orders as programs see them. */
final class OrderViews {

  private OrderViews() {}

  /**
   * quantity × (price + fee) = total.
   *
   * @param price of one ticket, tax and all
   * @param promo what a promo code took off the price of one ticket
   * @param inBundle whether these tickets come with a bundle that has its own line
   * @param tax the tax in that price, in hundredths of a per cent
   * @param taxIncluded whether the organizer's price contained it; else it was added
   */
  @Schema(name = "OrderLine")
  public record Line(
      String ticketType,
      String name,
      int quantity,
      Amount price,
      Amount promo,
      Amount fee,
      Amount total,
      boolean inBundle,
      int tax,
      boolean taxIncluded) {
    static List<Line> of(Quote quote) {
      return quote.lines().stream().map(Line::of).toList();
    }

    private static Line of(PricedLine line) {
      return new Line(
          line.ticketType(),
          line.name(),
          line.quantity(),
          Amount.of(line.price()),
          Amount.of(line.cut()),
          Amount.of(line.fee()),
          Amount.of(line.total()),
          line.part(),
          line.tax().rateBasisPoints(),
          line.tax().included());
    }
  }

  /**
   * @param expiresAt until when the tickets are held
   * @param orderCode code of the order made of it, or null
   * @param promoCode the promo code that lowered prices, or null
   */
  public record Reservation(
      String code,
      String event,
      ReservationStatus status,
      Instant expiresAt,
      String orderCode,
      String promoCode,
      List<Line> lines,
      Amount tickets,
      Amount fee,
      Amount total) {
    static Reservation of(ReservationView view) {
      return new Reservation(
          view.code(),
          view.eventSlug(),
          view.status(),
          view.expiresAt(),
          view.orderCode(),
          view.quote().promoCode(),
          Line.of(view.quote()),
          Amount.of(view.tickets()),
          Amount.of(view.fee()),
          Amount.of(view.total()));
    }
  }

  /**
   * @param payment code of the payment that paid it, or null
   * @param heldUntil end of the hold, past or not
   * @param promoCode the promo code that lowered prices, or null
   * @param discount what a voucher took off
   * @param refunded what went back or is on its way
   */
  public record Order(
      String code,
      OrderStatus status,
      String event,
      String title,
      String holderName,
      String phone,
      String payment,
      Instant heldUntil,
      Instant placedAt,
      Instant paidAt,
      Instant refundedAt,
      String promoCode,
      List<Line> lines,
      Amount tickets,
      Amount fee,
      Amount discount,
      Amount total,
      Amount refunded) {
    static Order of(OrderView view) {
      return new Order(
          view.code(),
          view.status(),
          view.eventSlug(),
          view.eventTitle(),
          view.holderName(),
          view.phone(),
          view.payment(),
          view.heldUntil(),
          view.placedAt(),
          view.paidAt(),
          view.refundedAt(),
          view.quote().promoCode(),
          Line.of(view.quote()),
          Amount.of(view.quote().tickets()),
          Amount.of(view.quote().fee()),
          Amount.of(view.quote().discount()),
          Amount.of(view.quote().total()),
          Amount.of(view.refunded()));
    }
  }

  /** An order in a list. */
  public record Brief(
      String code,
      OrderStatus status,
      String event,
      String title,
      int quantity,
      Amount total,
      Instant placedAt,
      Instant paidAt) {
    static Brief of(OrderRow row) {
      return new Brief(
          row.code(),
          row.status(),
          row.eventSlug(),
          row.eventTitle(),
          row.quantity(),
          Amount.of(row.total()),
          row.placedAt(),
          row.paidAt());
    }
  }

  /** An order in an organizer's list: without the buyer's account. */
  public record Bought(
      String code,
      OrderStatus status,
      String holderName,
      int quantity,
      Amount total,
      Instant placedAt,
      Instant paidAt) {
    static Bought of(OrderRow row) {
      return new Bought(
          row.code(),
          row.status(),
          row.holderName(),
          row.quantity(),
          Amount.of(row.total()),
          row.placedAt(),
          row.paidAt());
    }
  }
}
