package fan.encore.order;

import fan.encore.account.Roles;
import fan.encore.event.Offer;
import fan.encore.event.Offer.OfferedType;
import fan.encore.event.TicketOffers;
import fan.encore.event.TicketStock;
import fan.encore.order.HoldTickets.HoldLine;
import fan.encore.shared.Codes;
import fan.encore.shared.Idempotency;
import fan.encore.shared.Sql;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Holds tickets for a while, gives them back, and notices when the time is over. */
@Stateless
@RolesAllowed(Roles.FAN)
public class Reservations {

  private final Sql sql;
  private final Clock clock;
  private final TicketOffers offers;
  private final TicketStock stock;
  private final HoldTime holdTime;
  private final OrderCounts counts;

  @Inject
  public Reservations(
      Sql sql,
      Clock clock,
      TicketOffers offers,
      TicketStock stock,
      HoldTime holdTime,
      OrderCounts counts) {
    this.sql = sql;
    this.clock = clock;
    this.offers = offers;
    this.stock = stock;
    this.holdTime = holdTime;
    this.counts = counts;
  }

  /** For the container's proxy. */
  public Reservations() {
    this(null, null, null, null, null, null);
  }

  /**
   * Takes the tickets out of the free ones until the hold ends. The same key and request again
   * answer the same reservation. The hold is one SQL statement and that is its transaction, so that
   * the hot row is never locked while a program waits for an answer.
   *
   * @throws SeatsTaken if not enough are free
   * @throws fan.encore.event.NotOnSale outside of the sale's time
   * @throws fan.encore.event.TooManyTickets if one order may not have that many
   * @throws Idempotency.KeyReused if the key came with another request before
   */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public ReservationView hold(long accountId, @Valid HoldTickets wanted) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Offer offer = offers.of(wanted.slug());
    Quote quote = quote(offer, wanted.lines(), now);
    Instant expiresAt = now.plus(holdTime.length());
    String hash = Codes.sha256(wanted.canonical());
    Held held = hold(accountId, wanted.key(), hash, offer, quote, now, expiresAt);
    if (held.outcome().equals("SHORT")) {
      throw new SeatsTaken(nameOf(quote, held.lacking()));
    }
    if (!held.hash().equals(hash)) {
      throw new Idempotency.KeyReused();
    }
    if (held.outcome().equals("AGAIN")) {
      return byCode(accountId, held.code());
    }
    counts.reserved();
    return new ReservationView(
        held.code(), offer.slug(), offer.title(), ReservationStatus.HELD, expiresAt, null, quote);
  }

  /**
   * What these tickets would cost now, without holding them.
   *
   * @throws fan.encore.event.NotOnSale outside of the sale's time
   */
  public Quote quote(String slug, List<HoldLine> lines) {
    return quote(offers.of(slug), lines, clock.instant());
  }

  /**
   * @throws ReservationNotFound if there is none, or it is somebody else's
   */
  public ReservationView byCode(long accountId, String code) {
    return ReservationReading.view(sql, accountId, code).orElseThrow(ReservationNotFound::new);
  }

  /**
   * Gives the tickets back before their time; nothing happens when the hold has ended already.
   *
   * @throws ReservationNotFound if there is none, or it is somebody else's
   */
  public void release(long accountId, String code) {
    LockedReservation reservation =
        LockedReservation.byCode(sql, accountId, code).orElseThrow(ReservationNotFound::new);
    if (!reservation.status().canBecome(ReservationStatus.RELEASED)) {
      return;
    }
    sql.update(
        "update encore.ticket_reservation set status = 'RELEASED' where id = ?", reservation.id());
    sql.update(
        "update encore.ticket_order set status = 'LAPSED'"
            + " where reservation_id = ? and status = 'OPEN'",
        reservation.id());
    stock.giveBack(ReservationReading.quantities(sql, reservation.id()));
  }

  /** How long a hold lasts. */
  @PermitAll
  public Duration holdTime() {
    return holdTime.length();
  }

  /**
   * Ends holds whose time is over.
   *
   * @param limit most reservations of one call
   * @return how many ended; as many as the limit means that there may be more
   */
  @RolesAllowed(Roles.SYSTEM)
  public int expireDue(int limit) {
    return (int) sql.number("select encore.expire_reservations(?, ?)", clock.instant(), limit);
  }

  /** The tickets with prices and fees, if they may be sold now. */
  private static Quote quote(Offer offer, List<HoldLine> lines, Instant now) {
    List<PricedLine> priced = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (HoldLine line : lines) {
      OfferedType type = offer.sell(line.ticketType(), line.quantity(), now);
      if (!seen.add(type.code())) {
        throw new NothingChosen();
      }
      priced.add(
          new PricedLine(
              type.id(),
              type.code(),
              type.name(),
              line.quantity(),
              type.price(),
              ServiceFee.of(type.price())));
    }
    return new Quote(priced);
  }

  private record Held(String outcome, String code, String hash, Long lacking) {}

  private Held hold(
      long accountId,
      String key,
      String hash,
      Offer offer,
      Quote quote,
      Instant now,
      Instant expiresAt) {
    return sql.first(
            "select o_outcome, o_code, o_hash, o_short"
                + " from encore.hold_tickets(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            row ->
                new Held(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    Sql.nullableLong(row, "o_short")),
            Codes.random("R-", 12),
            accountId,
            offer.eventId(),
            offer.currency(),
            key,
            hash,
            now,
            expiresAt,
            column(quote, PricedLine::ticketTypeId).toArray(Long[]::new),
            column(quote, PricedLine::quantity).toArray(Integer[]::new),
            column(quote, line -> line.price().minor()).toArray(Long[]::new),
            column(quote, line -> line.fee().minor()).toArray(Long[]::new))
        .orElseThrow();
  }

  private static <T> List<T> column(Quote quote, Function<PricedLine, T> column) {
    return quote.lines().stream().map(column).toList();
  }

  private static String nameOf(Quote quote, Long typeId) {
    return quote.lines().stream()
        .filter(line -> typeId != null && line.ticketTypeId() == typeId)
        .map(PricedLine::name)
        .findFirst()
        .orElse("");
  }
}
