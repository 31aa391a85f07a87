package fan.encore.order;

import fan.encore.account.Enrolment;
import fan.encore.account.Roles;
import fan.encore.audit.Audited;
import fan.encore.event.EventDetail;
import fan.encore.event.EventDetail.TypeDetail;
import fan.encore.event.StudioEvents;
import fan.encore.event.TeamPermission;
import fan.encore.event.TicketStock;
import fan.encore.event.TicketStock.Quantity;
import fan.encore.event.TicketTypeNotFound;
import fan.encore.order.SellByHand.Line;
import fan.encore.order.SellByHand.Paid;
import fan.encore.shared.Codes;
import fan.encore.shared.Idempotency;
import fan.encore.shared.Sql;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Sells by hand: at the door for cash or card, by an organizer for somebody, and for nothing. The
 * stock holds as for everybody; the time of the sale and limits of orders do not, and the house
 * takes no fee of money that it never sees.
 */
@Stateless
@RolesAllowed({Roles.ORGANIZER, Roles.ADMIN})
public class HandSales {

  @Inject private Sql sql;
  @Inject private StudioEvents studio;
  @Inject private Enrolment enrolment;
  @Inject private TicketStock stock;
  @Inject private Idempotency idempotency;
  @Inject private HandBook book;

  /**
   * Sells at once. The same key and request again answer the same order.
   *
   * @return the order's code
   * @throws fan.encore.event.EventNotFound if there is no such event, or it is somebody else's
   * @throws SeatsTaken if not enough are free
   * @throws ReasonMissing if it is free or paid outside and nobody said why
   * @throws BuyerUnknown if no account uses the mail address
   */
  @Audited("order.sell_by_hand")
  public String sell(long accountId, @Audited.Subject String slug, @Valid SellByHand wanted) {
    EventDetail event = studio.detail(accountId, slug, TeamPermission.SELL);
    if (!wanted.paid().atTheDoor() && wanted.because() == null) {
      throw new ReasonMissing();
    }
    return idempotency.once(
        accountId,
        "order.hand",
        slug + " " + wanted.key(),
        wanted.canonical(),
        () -> sell(accountId, event, wanted));
  }

  private String sell(long accountId, EventDetail event, SellByHand wanted) {
    List<PricedLine> lines = lines(event, wanted);
    List<Quantity> tickets =
        lines.stream().map(line -> new Quantity(line.ticketTypeId(), line.quantity())).toList();
    long buyer =
        wanted.email() == null
            ? accountId
            : enrolment.numberOf(wanted.email()).orElseThrow(BuyerUnknown::new);
    OptionalLong lacking = stock.take(tickets);
    if (lacking.isPresent()) {
      throw new SeatsTaken(name(lines, lacking.getAsLong()));
    }
    String code = Codes.random("ORD-", 12);
    book.enter(code, buyer, accountId, event, new Quote(lines), wanted);
    stock.sell(tickets);
    return code;
  }

  private List<PricedLine> lines(EventDetail event, SellByHand wanted) {
    List<PricedLine> lines = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Line line : wanted.lines()) {
      TypeDetail type =
          event.types().stream()
              .filter(one -> one.code().equals(line.ticketType()))
              .findFirst()
              .orElseThrow(TicketTypeNotFound::new);
      if (!seen.add(type.code())) {
        throw new NothingChosen();
      }
      lines.add(book.priced(type, line.quantity(), wanted.paid() == Paid.FREE));
    }
    return lines;
  }

  private static String name(List<PricedLine> lines, long typeId) {
    return lines.stream()
        .filter(line -> line.ticketTypeId() == typeId)
        .map(PricedLine::name)
        .findFirst()
        .orElse("");
  }
}
