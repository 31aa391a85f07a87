package fan.encore.transfer;

import fan.encore.order.ResaleDue;
import fan.encore.order.ResoldSeats;
import fan.encore.order.SoldSeat;
import fan.encore.shared.Sql;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;

/**
 * The moment in which a ticket changes hands for money: in the transaction that settles the buyer's
 * payment the seller's ticket ends with her money, and its place is the buyer's. Of this, a scan
 * and a refund one comes first; when it is not this, the buyer gets her money back.
 */
@Stateless
@PermitAll
public class ResaleSettlement {

  private record Sold(String order, SoldSeat seat, String offer, long payout) {}

  private final Sql sql;
  private final Clock clock;
  private final ResoldSeats seats;
  private final ResaleMails mails;

  @Inject
  public ResaleSettlement(Sql sql, Clock clock, ResoldSeats seats, ResaleMails mails) {
    this.sql = sql;
    this.clock = clock;
    this.seats = seats;
    this.mails = mails;
  }

  /** For the container's proxy. */
  public ResaleSettlement() {
    this(null, null, null, null);
  }

  /** Locks what belongs to the seller's order first, as everybody does who works on it. */
  public void onDue(@Observes ResaleDue wish) {
    Sold sold = sold(wish.orderCode());
    if (!seats.lock(sold.order(), sold.payout()) || !taken(wish.orderCode())) {
      return;
    }
    seats.give(sold.order(), sold.seat(), sold.payout(), sold.offer());
    sql.first("select encore.enter_resold(?)", row -> true, sold.offer());
    mails.sold(sold.offer());
    wish.give();
  }

  private Sold sold(String buyerOrder) {
    return sql.first(
            "select s.code, y.code as type, t.number, f.code as offer, f.price_minor - f.fee_minor as payout"
                + " from encore.ticket_order b"
                + " join encore.ticket_reservation r on r.id = b.reservation_id"
                + " join encore.resale_offer f on f.id = r.resale_offer_id"
                + " join encore.ticket_order s on s.id = f.seller_order_id"
                + " join encore.ticket t on t.id = f.ticket_id"
                + " join encore.ticket_type y on y.id = t.ticket_type_id where b.code = ?",
            row ->
                new Sold(
                    row.getString("code"),
                    new SoldSeat(row.getString("type"), row.getInt("number")),
                    row.getString("offer"),
                    row.getLong("payout")),
            buyerOrder)
        .orElseThrow();
  }

  private boolean taken(String buyerOrder) {
    return sql.first(
            "select code from encore.take_resold(?, ?)", row -> true, buyerOrder, clock.instant())
        .orElse(false);
  }
}
