package fan.encore.transfer;

import fan.encore.account.Roles;
import fan.encore.order.HoldTime;
import fan.encore.order.PersonLimitReached;
import fan.encore.shared.Codes;
import fan.encore.shared.Idempotency;
import fan.encore.shared.Sql;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Keeps a fan's offer for a buyer by a reservation, from which everything goes on as with any
 * other: the checkout with its countdown, the order, the payment.
 */
@Stateless
@RolesAllowed(Roles.FAN)
public class ResaleHolds {

  private record Held(String outcome, String reservation, String hash) {}

  private final Sql sql;
  private final Clock clock;
  private final HoldTime holdTime;

  @Inject
  public ResaleHolds(Sql sql, Clock clock, HoldTime holdTime) {
    this.sql = sql;
    this.clock = clock;
    this.holdTime = holdTime;
  }

  /** For the container's proxy. */
  public ResaleHolds() {
    this(null, null, null);
  }

  /**
   * Keeps an offer for the fan for as long as tickets are held. The same key and request again
   * answer the same reservation.
   *
   * @return code of the reservation
   * @throws ResaleOver if it was sold, withdrawn or is over
   * @throws ResaleHeld if somebody else is paying for it
   * @throws ResaleAwaited if fans on the waiting list come first
   * @throws OwnOffer if it is her own ticket
   * @throws PersonLimitReached if she would have more than one person may
   * @throws Idempotency.KeyReused if the key came with another request before
   */
  public String hold(long accountId, @Valid BuyResale wish) {
    String hash = Codes.sha256("resale\n" + wish.offer());
    Instant now = now();
    Held held =
        keep(accountId, wish.offer(), wish.key(), hash, false, now, now.plus(holdTime.length()));
    switch (held.outcome()) {
      case "HELD", "AGAIN" -> {
        if (!held.hash().equals(hash)) {
          throw new Idempotency.KeyReused();
        }
        return held.reservation();
      }
      case "OWN" -> throw new OwnOffer();
      case "TAKEN" -> throw new ResaleHeld();
      case "AWAITED" -> throw new ResaleAwaited();
      case "PERSON" -> throw limit(wish.offer());
      default -> throw new ResaleOver();
    }
  }

  /** Open offers of a ticket type that nobody is paying for, the first one first. */
  @PermitAll
  public List<String> waiting(long typeId) {
    return sql.list(
        "select f.code from encore.resale_offer f"
            + " join encore.resale_window w on w.event_id = f.event_id"
            + " where f.ticket_type_id = ? and f.status = 'OPEN' and w.allowed and w.published"
            + " and w.closes_at > ? and not encore.resale_held(f.reservation_id)"
            + " order by f.id limit 50",
        row -> row.getString(1),
        typeId,
        clock.instant());
  }

  /**
   * Keeps an offer for a fan whose turn it is on the waiting list, in the caller's transaction.
   *
   * @param key idempotency key of her place
   * @param until when her turn is over
   * @return code of the reservation, {@code OWN} or {@code PERSON} when it is not for her, or
   *     {@code CLOSED} when it is for nobody now
   */
  @PermitAll
  public String holdInTurn(long accountId, String offer, String key, Instant until) {
    Held held = keep(accountId, offer, key, Codes.sha256(key), true, now(), until);
    return switch (held.outcome()) {
      case "HELD" -> held.reservation();
      case "OWN", "PERSON" -> held.outcome();
      default -> "CLOSED";
    };
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private Held keep(
      long accountId,
      String offer,
      String key,
      String hash,
      boolean waiting,
      Instant now,
      Instant until) {
    return sql.first(
            "select o_outcome, o_code, o_hash from encore.hold_resale(?, ?, ?, ?, ?, ?, ?, ?)",
            row -> new Held(row.getString(1), row.getString(2), row.getString(3)),
            offer,
            Codes.random("R-", 12),
            accountId,
            key,
            hash,
            waiting,
            now,
            until)
        .orElseThrow();
  }

  private PersonLimitReached limit(String offer) {
    return sql.first(
            "select y.name, y.max_per_person from encore.resale_offer f"
                + " join encore.ticket_type y on y.id = f.ticket_type_id where f.code = ?",
            row -> new PersonLimitReached(row.getString(1), row.getInt(2)),
            offer)
        .orElseThrow();
  }
}
