package fan.encore.order;

import fan.encore.account.Roles;
import fan.encore.event.Offer;
import fan.encore.event.Offer.OfferedType;
import fan.encore.event.OfferMemory;
import fan.encore.event.OfferMemory.Remembered;
import fan.encore.order.HoldCall.Held;
import fan.encore.order.SaleTerms.Priced;
import fan.encore.security.OnlyFor;
import fan.encore.shared.BusinessError;
import fan.encore.shared.Codes;
import fan.encore.shared.Idempotency;
import fan.encore.shared.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Holds tickets for a while, and says what they would cost. */
@ApplicationScoped
@OnlyFor({Roles.FAN, Roles.GUEST})
@Transactional(Transactional.TxType.NOT_SUPPORTED)
public class Holds {

  private static final Logger LOG = Logger.getLogger(Holds.class.getName());

  private final Sql sql;
  private final Clock clock;
  private final OfferMemory offers;
  private final SaleTerms terms;
  private final HoldTime holdTime;
  private final OrderCounts counts;
  private final HoldDesk desk;

  @Inject
  public Holds(
      Sql sql,
      Clock clock,
      OfferMemory offers,
      SaleTerms terms,
      HoldTime holdTime,
      OrderCounts counts,
      HoldDesk desk) {
    this.sql = sql;
    this.clock = clock;
    this.offers = offers;
    this.terms = terms;
    this.holdTime = holdTime;
    this.counts = counts;
    this.desk = desk;
  }

  /** For the container's proxy. */
  protected Holds() {
    this(null, null, null, null, null, null, null);
  }

  /**
   * Takes the tickets out of the free ones until the hold ends. The same key and request again
   * answer the same reservation. The hold is one SQL statement, shared with others who come at the
   * same moment, and that is its transaction, so that the hot row is never locked while a program
   * waits for an answer.
   *
   * @throws SeatsTaken if not enough are free, of the type or in a quota
   * @throws PersonLimitReached if the fan would have more than one person may
   * @throws PromoUsedUp if the promo code has nothing left
   * @throws PromoUsedByYou if the fan may not use it again
   * @throws SeatTaken if one of the seats is another's; none is held then
   * @throws SaleBusy if more fans hold tickets at this moment than can be served
   * @throws NotAdmitted if the event has a waiting room that has not admitted the fan
   * @throws fan.encore.event.NotOnSale outside of the sale's time
   * @throws fan.encore.event.TooManyTickets if one order may not have that many
   * @throws Idempotency.KeyReused if the key came with another request before
   */
  public ReservationView hold(long accountId, @Valid HoldTickets wanted) {
    Attempt done = attempt(accountId, wanted);
    Offer offer = done.offer();
    HoldCall call = done.call();
    Held held = done.held();
    if (!held.outcome().equals("HELD") && !held.outcome().equals("AGAIN")) {
      throw refusal(offer, held);
    }
    if (!held.hash().equals(call.hash())) {
      throw new Idempotency.KeyReused();
    }
    if (held.outcome().equals("AGAIN")) {
      return ReservationReading.view(sql, accountId, held.code())
          .orElseThrow(ReservationNotFound::new);
    }
    counts.reserved();
    return new ReservationView(
        held.code(),
        offer.slug(),
        offer.title(),
        ReservationStatus.HELD,
        call.expiresAt(),
        null,
        call.quote());
  }

  private record Attempt(Offer offer, HoldCall call, Held held) {}

  /**
   * First by what this node remembers of the offer. The statement that holds plain tickets or named
   * seats finds out whether that is still right; everything else, and every refusal, is by what is
   * offered now.
   */
  private Attempt attempt(long accountId, HoldTickets wanted) {
    try {
      Remembered recent = offers.recent(wanted.slug());
      HoldCall call = call(accountId, wanted, recent);
      if (call.plain()) {
        Held held = desk.ask(call);
        if (!held.outcome().equals("STALE")) {
          return new Attempt(recent.offer(), call, held);
        }
      }
    } catch (SaleBusy busy) {
      throw busy;
    } catch (BusinessError perhapsOutdated) {
      LOG.log(Level.FINE, "Asked again by what is offered now", perhapsOutdated);
    }
    Remembered now = offers.fresh(wanted.slug());
    HoldCall call = call(accountId, wanted, now);
    return new Attempt(now.offer(), call, call.make(sql));
  }

  private HoldCall call(long accountId, HoldTickets wanted, Remembered remembered) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Offer offer = remembered.offer();
    Priced priced = terms.of(offer, accountId, wanted.promoCode(), wanted.unlockCode(), now);
    Quote quote = priced.pricing().quote(wanted.lines());
    return new HoldCall(
        Codes.random("R-", 12),
        accountId,
        offer.eventId(),
        remembered.edition(),
        offer.currency(),
        wanted.key(),
        Codes.sha256(wanted.canonical()),
        now,
        now.plus(holdTime.length()),
        quote,
        new SeatChoice(offer, quote, wanted.lines()),
        priced.promoId(),
        wanted.admission(),
        priced.pricing().limited(quote));
  }

  private BusinessError refusal(Offer offer, Held held) {
    return switch (held.outcome()) {
      case "SHORT" -> new SeatsTaken(offer.byId(held.lacking()).name());
      case "PERSON" -> {
        OfferedType type = offer.byId(held.lacking());
        yield new PersonLimitReached(type.name(), type.rules().maxPerPerson());
      }
      case "PROMO_GONE" -> new PromoUsedUp();
      case "PROMO_PERSON" -> new PromoUsedByYou();
      case "SEAT" -> new SeatTaken(SeatChoice.label(sql, held.lacking()));
      case "NOT_ADMITTED" -> new NotAdmitted();
      default -> throw new IllegalStateException("A hold ended as " + held.outcome());
    };
  }

  /**
   * What these tickets would cost now, without holding them. The wish's key does not matter.
   *
   * @throws fan.encore.event.NotOnSale outside of the sale's time
   * @throws fan.encore.promo.PromoUnknown if a code is none, or its time is not now
   */
  public Quote quote(long accountId, HoldTickets wanted) {
    Instant now = clock.instant();
    Offer offer = offers.fresh(wanted.slug()).offer();
    return terms
        .of(offer, accountId, wanted.promoCode(), wanted.unlockCode(), now)
        .pricing()
        .quote(wanted.lines());
  }

  /** How long a hold lasts. */
  public Duration holdTime() {
    return holdTime.length();
  }
}
