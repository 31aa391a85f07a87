package fan.encore.order;

import fan.encore.shared.Money;
import java.time.Instant;
import java.util.List;

/**
 * Tickets that were given back together.
 *
 * @param seats which ones
 * @param tickets their prices
 * @param fee their service fees
 * @param feesKept whether the house keeps the fees
 * @param amount the money that goes back: less than prices and fees where a voucher had paid a part
 * @param reason what the fan reads
 * @param done whether the provider has given the money back, or there was none to give
 * @param resold whether the fan has sold them on: then the amount is what she asked for, less what
 *     the organizer keeps
 */
public record RefundView(
    String code,
    String orderCode,
    List<SoldSeat> seats,
    Money tickets,
    Money fee,
    boolean feesKept,
    Money amount,
    String reason,
    Instant refundedAt,
    boolean done,
    boolean resold) {

  public RefundView {
    seats = List.copyOf(seats);
  }

  public int quantity() {
    return seats.size();
  }
}
