package fan.encore.transfer;

import fan.encore.account.Roles;
import fan.encore.order.ResoldSeats;
import fan.encore.order.SoldSeat;
import fan.encore.shared.Codes;
import fan.encore.shared.Idempotency;
import fan.encore.shared.Money;
import fan.encore.shared.Sql;
import fan.encore.ticket.TicketNotFound;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Fans sell tickets on, for what they paid at most. */
@Stateless
@RolesAllowed(Roles.FAN)
public class Resales {

  private record Owned(
      String order,
      SoldSeat seat,
      boolean bought,
      boolean open,
      boolean usable,
      int feePerMille,
      Instant closesAt) {}

  private record Due(String offer, boolean published) {}

  @Inject private Sql sql;
  @Inject private Clock clock;
  @Inject private Idempotency calls;
  @Inject private ResoldSeats seats;
  @Inject private ResaleMails mails;

  /**
   * What fans sell of an event now, for everybody, the cheapest first: also what somebody is paying
   * for or the waiting list may have first.
   *
   * @param readerId the account that reads, or 0
   */
  @PermitAll
  public List<ResaleRow> ofEvent(long readerId, String slug) {
    return ResaleReading.ofEvent(sql, readerId, slug);
  }

  /** What the fan sells or sold, the latest first. */
  public List<ResaleRow> of(long accountId) {
    return ResaleReading.ofSeller(sql, accountId);
  }

  /**
   * @throws ResaleNotFound if there is none
   */
  @PermitAll
  public ResaleRow byCode(long readerId, String code) {
    return ResaleReading.offer(sql, readerId, code).orElseThrow(ResaleNotFound::new);
  }

  /**
   * What the owner of a ticket may ask for it.
   *
   * @throws TicketNotFound if she has no such ticket
   */
  public SellableTicket ticket(long accountId, String ticket) {
    Owned owned =
        sql.first(
                "select o.code, y.code as type, t.number, o.account_id = t.account_id"
                    + " and o.payment is not null as bought, w.allowed and w.published as open,"
                    + " t.status = 'ISSUED' and t.checked_in_at is null as usable, w.fee_per_mille,"
                    + " w.closes_at from encore.ticket t"
                    + " join encore.ticket_order o on o.id = t.order_id"
                    + " join encore.ticket_type y on y.id = t.ticket_type_id"
                    + " join encore.resale_window w on w.event_id = t.event_id"
                    + " where t.code = ? and t.account_id = ?",
                row ->
                    new Owned(
                        row.getString("code"),
                        new SoldSeat(row.getString("type"), row.getInt("number")),
                        row.getBoolean("bought"),
                        row.getBoolean("open"),
                        row.getBoolean("usable"),
                        row.getInt("fee_per_mille"),
                        Sql.instant(row, "closes_at")),
                ticket,
                accountId)
            .orElseThrow(TicketNotFound::new);
    Money worth = seats.worth(owned.order(), owned.seat());
    return new SellableTicket(
        owned.bought() ? worth : Money.zero(worth.currency()),
        owned.feePerMille(),
        owned.open(),
        owned.usable(),
        owned.closesAt(),
        ResaleReading.ofTicket(sql, accountId, ticket).orElse(null));
  }

  /**
   * Offers a ticket, first to those who wait for a single one of its type, else to everybody. It
   * stays the seller's and lets her in until somebody has paid for it. The same key and request
   * again answer the same offer.
   *
   * @throws TicketNotFound if she has no such ticket
   * @throws ResaleClosed if the organizer does not allow it, or not any more
   * @throws PriceTooHigh if it is more than she paid, service fee included
   * @throws NotBoughtByYou if there is no payment of hers that could go back
   * @throws TicketSpent if it was used or cancelled
   * @throws TicketPromised if it is on offer already
   * @throws Idempotency.KeyReused if the key came with another request before
   */
  public ResaleRow offer(long accountId, @Valid SellTicket wish) {
    String code =
        calls.once(
            accountId,
            "ticket.resale",
            wish.key(),
            wish.canonical(),
            () -> offerOnce(accountId, wish));
    return byCode(accountId, code);
  }

  private String offerOnce(long accountId, SellTicket wish) {
    Instant now = clock.instant();
    SellableTicket ticket = ticket(accountId, wish.ticket());
    if (ticket.offer() != null) {
      throw new TicketPromised();
    }
    if (!ticket.usable()) {
      throw new TicketSpent();
    }
    if (!ticket.open() || !now.isBefore(ticket.closesAt())) {
      throw new ResaleClosed();
    }
    if (!ticket.most().isPositive()) {
      throw new NotBoughtByYou();
    }
    Money price = new Money(wish.priceMinor(), ticket.most().currency());
    if (price.minor() > ticket.most().minor()) {
      throw new PriceTooHigh(ticket.most());
    }
    String code = Codes.random("RS-", 12);
    String outcome =
        sql.first(
                "select encore.offer_resale(?, ?, ?, ?, ?, ?)",
                row -> row.getString(1),
                wish.ticket(),
                accountId,
                code,
                price.minor(),
                ticket.fee(price).minor(),
                now)
            .orElseThrow(TicketNotFound::new);
    if (outcome.equals("GIVEN")) {
      throw new NotBoughtByYou();
    }
    Transfers.answered(outcome);
    return code;
  }

  /**
   * Takes an offer back that nobody is paying for.
   *
   * @throws ResaleNotFound if she made no such offer
   * @throws ResaleHeld if somebody is paying for it
   * @throws ResaleOver if it is over
   */
  public void withdraw(long accountId, String code) {
    Optional<ResaleRow> offer = ResaleReading.offer(sql, accountId, code);
    offer.filter(found -> found.ticket() != null).orElseThrow(ResaleNotFound::new);
    String outcome = end(code, ResaleStatus.WITHDRAWN, accountId);
    if (outcome.equals("HELD")) {
      throw new ResaleHeld();
    }
    if (outcome.equals("CLOSED")) {
      throw new ResaleOver();
    }
  }

  /**
   * Ends offers whose time is over, or which the organizer does not allow any more, and tells their
   * sellers; those of an event that does not take place are told by its own letters. What somebody
   * is paying for waits until that is over.
   *
   * @return how many were looked at
   */
  @RolesAllowed(Roles.SYSTEM)
  public int expireDue(int limit) {
    List<Due> due =
        sql.list(
            "select f.code, w.published from encore.resale_offer f"
                + " join encore.resale_window w on w.event_id = f.event_id where f.status = 'OPEN'"
                + " and not (w.allowed and w.published and w.closes_at > ?)"
                + " order by f.id limit ? for update of f skip locked",
            row -> new Due(row.getString(1), row.getBoolean(2)),
            clock.instant(),
            limit);
    for (Due one : due) {
      if (end(one.offer(), ResaleStatus.EXPIRED, null).equals("ENDED") && one.published()) {
        mails.unsold(one.offer());
      }
    }
    return due.size();
  }

  private String end(String code, ResaleStatus status, Long actor) {
    return sql.first(
            "select encore.end_resale(?, ?, ?::bigint, ?)",
            row -> row.getString(1),
            code,
            status,
            actor,
            clock.instant())
        .orElseThrow();
  }
}
