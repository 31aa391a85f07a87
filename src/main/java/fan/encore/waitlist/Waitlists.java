package fan.encore.waitlist;

import fan.encore.account.Roles;
import fan.encore.event.EventNotFound;
import fan.encore.event.TicketTypeNotFound;
import fan.encore.order.Reservations;
import fan.encore.shared.Codes;
import fan.encore.shared.Sql;
import fan.encore.wallet.AccountRef;
import fan.encore.wallet.Ledger;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Fans wait for tickets of sold-out types, and stop waiting. */
@Stateless
@RolesAllowed(Roles.FAN)
public class Waitlists {

  @Inject private Sql sql;
  @Inject private Clock clock;
  @Inject private Ledger ledger;
  @Inject private Reservations reservations;

  /**
   * The waiting lists of an event's ticket types, for everybody; empty if there is no such event.
   */
  @PermitAll
  public List<WaitlistType> ofEvent(String slug) {
    return WaitlistReading.types(sql, slug, clock.instant());
  }

  /** The fan's places, those that are open first. */
  public List<WaitingPlace> of(long accountId) {
    return WaitlistReading.of(sql, accountId);
  }

  /**
   * Joins the waiting list of a type. From now on no ticket that comes back is sold to others.
   *
   * @throws EventNotFound if there is no such event
   * @throws TicketTypeNotFound if it has no such type
   * @throws NoWaitlist if the type has no list, or it is over
   * @throws GroupTooLarge if one fan may not wait for so many
   * @throws TicketsFree if tickets are on sale
   * @throws AlreadyWaiting if she waits, or has an offer
   */
  public WaitingPlace join(long accountId, @Valid JoinWaitlist wish) {
    Instant now = clock.instant();
    List<WaitlistType> types = ofEvent(wish.slug());
    if (types.isEmpty()) {
      throw new EventNotFound();
    }
    WaitlistType type =
        types.stream()
            .filter(one -> one.type().equals(wish.ticketType()))
            .findFirst()
            .orElseThrow(TicketTypeNotFound::new);
    if (!type.terms().active() || type.over()) {
      throw new NoWaitlist();
    }
    if (wish.quantity() > type.terms().largestGroup()) {
      throw new GroupTooLarge(type.terms().largestGroup());
    }
    if (type.free() > 0) {
      throw new TicketsFree();
    }
    String code = Codes.random("WL-", 12);
    int joined =
        sql.update(
            "insert into encore.waitlist_entry (code, ticket_type_id, account_id, quantity, priority, joined_at)"
                + " values (?, ?, ?, ?, ?, ?) on conflict (ticket_type_id, account_id)"
                + " where status in ('WAITING', 'OFFERED') do nothing",
            code,
            type.id(),
            accountId,
            wish.quantity(),
            priority(accountId, type, wish.slug()),
            now);
    if (joined == 0) {
      throw new AlreadyWaiting();
    }
    // last, because everybody who wants such tickets waits from here to the commit
    sql.number("select encore.keep_tickets(?)", type.id());
    return WaitlistReading.place(sql, code);
  }

  /** 1 for a fan with enough medals of the artist, else 0; it counts as it is when she joins. */
  private int priority(long accountId, WaitlistType type, String slug) {
    Long medals = type.terms().priorityMedals();
    if (medals == null) {
      return 0;
    }
    return sql.first(
            "select artist_id from encore.live_event where slug = ? and artist_id is not null",
            row -> row.getLong(1),
            slug)
        .filter(artist -> ledger.balance(AccountRef.medals(accountId, artist)) >= medals)
        .map(artist -> 1)
        .orElse(0);
  }

  /**
   * Leaves a waiting list; offered tickets go to the next.
   *
   * @throws NotWaiting if she has no such place, or not any more, or has bought what she was
   *     offered
   */
  public void leave(long accountId, String code) {
    String reservation =
        sql.first(
                "update encore.waitlist_entry set status = 'LEFT', ended_at = ? where code = ?"
                    + " and account_id = ? and status in ('WAITING', 'OFFERED')"
                    + " and not exists (select from encore.ticket_reservation r"
                    + " where r.code = waitlist_entry.reservation and r.status = 'SOLD')"
                    + " returning coalesce(reservation, '')",
                row -> row.getString(1),
                clock.instant(),
                code,
                accountId)
            .orElseThrow(NotWaiting::new);
    if (!reservation.isEmpty()) {
      reservations.release(accountId, reservation);
    }
  }
}
