package fan.encore.order;

import fan.encore.event.EventDetail;
import fan.encore.event.EventDetail.TypeDetail;
import fan.encore.event.TaxRule;
import fan.encore.shared.Codes;
import fan.encore.shared.Money;
import fan.encore.shared.Sql;
import fan.encore.wallet.AccountRef;
import fan.encore.wallet.Ledger;
import fan.encore.wallet.Posting;
import fan.encore.wallet.Transfer;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Writes orders that are sold by hand, paid from their first moment, and books their money. */
@Stateless
@PermitAll
public class HandBook {

  @Inject private Sql sql;
  @Inject private Clock clock;
  @Inject private Ledger ledger;
  @Inject private OrderCounts counts;
  @Inject private Event<Object> facts;

  /** Tickets of a type at the organizer's price with its tax, without a fee; or for nothing. */
  public PricedLine priced(TypeDetail type, int quantity, boolean free) {
    TaxRule tax =
        sql.first(
                "select tax.rate_basis_points, tax.included from encore.ticket_type t"
                    + PricedLine.taxAt("now()")
                    + " where t.id = ?",
                TaxRule::of,
                type.id())
            .orElse(TaxRule.NONE);
    Money nothing = Money.zero(type.price().currency());
    return new PricedLine(
        type.id(),
        type.code(),
        type.name(),
        quantity,
        free ? nothing : tax.gross(type.price()),
        nothing,
        tax);
  }

  /** Writes reservation, order and lines, books the money and announces the sale. */
  public void enter(
      String code, long buyer, long seller, EventDetail event, Quote quote, SellByHand wanted) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    String provider = wanted.paid().name().toLowerCase(Locale.ROOT);
    sql.update(
        "with held as (insert into encore.ticket_reservation (code, account_id, event_id, currency,"
            + " status, call_key, request_hash, created_at, expires_at)"
            + " values (?, ?, ?, ?, 'SOLD', ?, '', ?, ?) returning id),"
            + " line as (select * from unnest(?::bigint[], ?::integer[], ?::bigint[])"
            + " as line (type, quantity, price)),"
            + " noted as (insert into encore.reservation_line"
            + " (reservation_id, ticket_type_id, quantity, price_minor, fee_minor)"
            + " select held.id, line.type, line.quantity, line.price, 0 from held, line),"
            + " placed as (insert into encore.ticket_order (code, account_id, event_id,"
            + " reservation_id, status, currency, tickets_minor, fee_minor, total_minor, provider,"
            + " payment, holder_name, call_key, request_hash, placed_at, paid_at, channel,"
            + " seller_account_id, sold_because)"
            + " select ?, ?, ?, held.id, 'PAID', ?, ?, 0, ?, ?, ?, ?, ?, '', ?, ?, ?, ?, ? from held"
            + " returning id)"
            + " insert into encore.order_line"
            + " (order_id, ticket_type_id, quantity, price_minor, fee_minor)"
            + " select placed.id, line.type, line.quantity, line.price, 0 from placed, line",
        Codes.random("R-", 12),
        buyer,
        event.id(),
        event.currency(),
        code,
        now,
        now.plusSeconds(1),
        column(quote, PricedLine::ticketTypeId).toArray(Long[]::new),
        column(quote, PricedLine::quantity).toArray(Integer[]::new),
        column(quote, line -> line.price().minor()).toArray(Long[]::new),
        code,
        buyer,
        event.id(),
        event.currency(),
        quote.tickets().minor(),
        quote.total().minor(),
        provider,
        Codes.random("HAND-", 12),
        wanted.holderName().strip(),
        code,
        now,
        now,
        wanted.paid().atTheDoor() ? "DOOR" : "HAND",
        seller,
        wanted.because());
    announce(code, quote.total(), provider);
  }

  /** Money of an order that was sold by hand goes back by hand. */
  public void giveBack(SoldOrder order, String refund, Money money) {
    AccountRef till = AccountRef.till(order.provider(), money.currency());
    ledger.post(
        Posting.of(
            "order.refund",
            "order.refund:" + refund,
            order.code(),
            Transfer.of(AccountRef.refunds("tickets", money.currency()), till, money.minor())));
  }

  private void announce(String code, Money total, String provider) {
    if (total.isPositive()) {
      AccountRef till = AccountRef.till(provider, total.currency());
      AccountRef revenue = AccountRef.revenue("tickets", total.currency());
      ledger.post(
          Posting.of(
              "order.paid", "order.paid:" + code, code, Transfer.of(till, revenue, total.minor())));
    }
    counts.paid();
    facts.fire(new OrderPaid(code));
  }

  private static <T> List<T> column(Quote quote, Function<PricedLine, T> column) {
    return quote.lines().stream().map(column).toList();
  }
}
