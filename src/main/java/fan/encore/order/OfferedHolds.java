package fan.encore.order;

import fan.encore.event.Offer;
import fan.encore.event.TicketOffers;
import fan.encore.order.HoldCall.Held;
import fan.encore.order.HoldTickets.HoldLine;
import fan.encore.order.SaleTerms.Priced;
import fan.encore.shared.BusinessError;
import fan.encore.shared.Codes;
import fan.encore.shared.Sql;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Holds tickets in a fan's name that are offered to her: the same hold as her own, with a deadline
 * of its own, in the caller's transaction.
 */
@Stateless
@PermitAll
public class OfferedHolds {

  /** The offer is read in this transaction, so no edition has to be compared. */
  private static final long NOT_REMEMBERED = 0;

  @Inject private Sql sql;
  @Inject private Clock clock;
  @Inject private TicketOffers offers;
  @Inject private SaleTerms terms;

  /**
   * @param key idempotency key of the offer
   * @param until when the hold ends
   * @return code of the reservation, or empty when the sale's rules or limits refuse it: then
   *     nothing has changed
   */
  public Optional<String> hold(
      long accountId, String slug, String ticketType, int quantity, String key, Instant until) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Offer offer = offers.of(slug);
    HoldCall call;
    try {
      Priced priced = terms.of(offer, accountId, null, null, now);
      List<HoldLine> lines = List.of(new HoldLine(ticketType, quantity));
      Quote quote = priced.pricing().quote(lines);
      call =
          new HoldCall(
              Codes.random("R-", 12),
              accountId,
              offer.eventId(),
              NOT_REMEMBERED,
              offer.currency(),
              key,
              Codes.sha256(key),
              now,
              until,
              quote,
              new SeatChoice(offer, quote, lines),
              null,
              null,
              priced.pricing().limited(quote));
    } catch (BusinessError refused) {
      return Optional.empty();
    }
    Held held = call.make(sql);
    return held.outcome().equals("HELD") ? Optional.of(held.code()) : Optional.empty();
  }
}
