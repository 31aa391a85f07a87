package fan.encore.order;

import fan.encore.order.HoldTickets.HoldLine;
import fan.encore.payment.PaymentCaptured;
import fan.encore.shared.Sql;
import fan.encore.ticket.TicketIssue;
import fan.encore.ticket.TicketReturns;
import fan.encore.ticket.TicketUsed;
import fan.encore.transfer.BuyResale;
import fan.encore.transfer.ResaleHolds;
import fan.encore.transfer.ResaleMails;
import fan.encore.transfer.ResaleSettlement;
import java.sql.SQLException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** Fans who bought tickets and sell them on, with the services that a sale needs. */
final class ResaleStand implements AutoCloseable {

  static final long SELLER = 7;

  /** A ticket on offer. */
  record Offered(String slug, Receivable order, String ticket, String offer) {}

  /** What a buyer has of an offer before she pays. */
  record Bought(long account, Receivable order) {}

  final BoxOffice office;
  final Sql sql;
  final ResaleHolds holds;
  private final boolean careless;

  /**
   * @param careless as if nobody locked or asked anything when a ticket changes hands
   */
  ResaleStand(DataSource app, int connections, boolean careless) throws SQLException {
    this.careless = careless;
    office = new BoxOffice(app, connections);
    sql = office.sql;
    holds = new ResaleHolds(sql, office.clock, new HoldTime(BoxOffice.HOLD.toSeconds()));
    TicketIssue issue = new TicketIssue(sql, office.clock, new NoOutbox());
    TicketReturns returns = new TicketReturns(sql);
    ResoldSeats seats =
        careless
            ? new Careless(sql, office)
            : new ResoldSeats(sql, office.payments, office.returns);
    ResaleSettlement settlement = new ResaleSettlement(sql, office.clock, seats, new NoMails());
    office.observers.add(
        fact -> {
          if (fact instanceof OrderPaid paid) {
            issue.issue(paid);
          } else if (fact instanceof OrderRefunded refunded) {
            issue.cancel(refunded);
          } else if (fact instanceof SeatsRefunded refunded) {
            returns.cancel(refunded);
          } else if (fact instanceof ResaleDue due) {
            settlement.onDue(due);
          }
        });
  }

  /** A sold-out event of one ticket for 5,500 and a fee of 275, whose ticket is on offer. */
  Offered offered(long price, long fee) throws Exception {
    String slug = event(1);
    Receivable order = bought(SELLER, slug, "seller");
    String ticket = ticket(order);
    return new Offered(slug, order, ticket, offer(ticket, price, fee));
  }

  /** An event whose tickets may be sold on. */
  String event(int... capacities) throws Exception {
    String slug = office.event(5_500, capacities);
    office.transactions.run(
        () ->
            sql.update(
                "insert into encore.resale_terms (event_id, allowed, fee_per_mille)"
                    + " select id, true, 0 from encore.live_event where slug = ?",
                slug));
    return slug;
  }

  Receivable bought(long account, String slug, String key) throws Exception {
    Receivable order =
        office.order(account, office.hold(account, slug, key, new HoldLine("type-0", 1)));
    office.capture(account, order);
    return order;
  }

  String offer(String ticket, long price, long fee) throws Exception {
    String code = "RS-" + UUID.randomUUID().toString().substring(0, 12);
    String outcome =
        text(
            "select encore.offer_resale(?, ?, ?, ?, ?, ?)",
            ticket,
            SELLER,
            code,
            price,
            fee,
            office.clock.instant());
    if (!"OFFERED".equals(outcome)) {
      throw new IllegalStateException(outcome);
    }
    return code;
  }

  /** A buyer holds the offer and has made her order. */
  Bought held(long account, String offer) throws Exception {
    String reservation =
        office.transactions.call(
            () -> holds.hold(account, new BuyResale(offer, offer + ":" + account)));
    return new Bought(
        account,
        office.order(
            account,
            office.transactions.call(() -> office.reservations.byCode(account, reservation))));
  }

  /** The buyer's payment arrives; who locks nothing in order may lock herself out. */
  PaymentCaptured pay(Bought bought) throws Exception {
    try {
      return office.capture(bought.account(), bought.order());
    } catch (Sql.SqlFailed failed) {
      if (careless) {
        return null;
      }
      throw failed;
    }
  }

  /** The organizer gives the whole order back. */
  boolean refund(Receivable order) throws Exception {
    RefundTickets all = new RefundTickets(List.of(), false, false, "Ill", "all");
    try {
      office.transactions.call(() -> office.giving.refundByHouse(order.orderCode(), all));
      return true;
    } catch (OrderNotRefundable | TicketUsed sold) {
      return false;
    } catch (Sql.SqlFailed failed) {
      if (careless) {
        return false;
      }
      throw failed;
    }
  }

  /** The first code of the ticket is scanned at the door. */
  String scan(Offered offered, String ticket) throws Exception {
    return text(
        "select (encore.check_in(?, 1, false, null, 'main', 'ENTRY', ?, 1, null, 'SEALED', 'North', ?,"
            + " '', ?, null, ?, null)).outcome",
        offered.slug(),
        ticket,
        UUID.randomUUID().toString(),
        office.clock.instant(),
        office.clock.instant());
  }

  /** Sends the ticket to an address. */
  String send(String ticket) throws Exception {
    return text(
        "select encore.offer_ticket(?, ?, ?, 'rin@fans.example', ?, ?)",
        ticket,
        SELLER,
        "TRF-" + UUID.randomUUID(),
        office.clock.instant(),
        office.clock.instant().plus(1, ChronoUnit.DAYS));
  }

  String end(String offer, String status) throws Exception {
    return text("select encore.end_resale(?, ?, 7, ?)", offer, status, office.clock.instant());
  }

  /** The valid ticket of an order, or null. */
  String ticket(Receivable order) throws Exception {
    return text(
        "select t.code from encore.ticket t join encore.ticket_order o on o.id = t.order_id"
            + " where o.code = ? and t.status = 'ISSUED'",
        order.orderCode());
  }

  String status(Offered offered) throws Exception {
    return text("select status from encore.resale_offer where code = ?", offered.offer());
  }

  /** What is wrong with the stock, counted anew. */
  List<String> faults() throws Exception {
    return office.transactions.call(
        () ->
            sql.list(
                "select subject || ': ' || detail from encore.inventory_faults()"
                    + " union all select 'seats of type ' || ticket_type_id from encore.seat_difference",
                row -> row.getString(1)));
  }

  /** What went back for an order, in minor units. */
  List<Long> givenBack(Receivable order) throws Exception {
    return office.transactions.call(
        () ->
            sql.list(
                "select r.amount_minor from encore.order_refund r"
                    + " join encore.ticket_order o on o.id = r.order_id where o.code = ? order by r.id",
                row -> row.getLong(1),
                order.orderCode()));
  }

  String text(String query, Object... parameters) throws Exception {
    return office.transactions.call(
        () -> sql.first(query, row -> row.getString(1), parameters).orElse(null));
  }

  @Override
  public void close() throws SQLException {
    office.close();
  }

  /** Takes the seller's ticket without a lock and without looking at it. */
  private static final class Careless extends ResoldSeats {

    private final Sql sql;
    private final BoxOffice office;

    Careless(Sql sql, BoxOffice office) {
      super(sql, office.payments, office.returns);
      this.sql = sql;
      this.office = office;
    }

    @Override
    public boolean lock(String orderCode, long minor) {
      return true;
    }

    @Override
    public void give(String orderCode, SoldSeat seat, long minor, String offer) {
      office.refunds.add(orderCode + " " + minor);
      sql.update(
          "update encore.order_line set refunded = quantity where order_id ="
              + " (select id from encore.ticket_order where code = ?)",
          orderCode);
    }
  }

  private static final class NoMails extends ResaleMails {
    @Override
    public void sold(String offer) {}
  }
}
