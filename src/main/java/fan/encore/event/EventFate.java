package fan.encore.event;

import fan.encore.account.Roles;
import fan.encore.audit.Audited;
import fan.encore.shared.Sql;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Duration;

/**
 * Moves events and calls them off. What follows for those who bought (letters, refunds) hears the
 * facts in the same transaction and is then worked off, so that none of it is lost.
 */
@Stateless
@RolesAllowed({Roles.ORGANIZER, Roles.ADMIN})
public class EventFate {

  private static final int LONGEST_WORDS = 2000;

  @PersistenceContext private EntityManager em;
  @Inject private Sql sql;
  @Inject private Clock clock;
  @Inject private EventOwners owners;
  @Inject private Event<Object> facts;

  /**
   * Moves an event to another date, or away from its date to one that nobody knows yet. The ends of
   * sales move along. Tickets stay valid.
   *
   * @throws NotPostponable if it is not announced, or over
   * @throws EventTimesWrong if the new times contradict each other or are past
   */
  @Audited("event.postpone")
  public void postpone(long accountId, @Audited.Subject String slug, @Valid PostponeEvent wish) {
    LiveEvent event = locked(accountId, slug);
    Duration by = event.postpone(wish, clock.instant());
    em.flush();
    if (!by.isZero()) {
      moveSales(event, by);
    }
    long change = note(event, "POSTPONED", wish.words(), accountId);
    facts.fire(new EventMoved(event.id(), event.slug(), change));
    facts.fire(new EventChanged(event.id(), event.slug()));
  }

  /**
   * Calls an event off: nothing of it is sold from now on, and every order is paid back.
   *
   * @param words what ticket holders are told; may be empty, never null
   * @throws EventNotFound if the account may not edit it, or not refund
   * @throws NotCancellable if nobody knows of it yet, or it is over or cancelled already
   */
  @Audited("event.cancel")
  public void cancel(long accountId, @Audited.Subject String slug, String words) {
    String said = words == null ? "" : words.strip();
    String told = said.substring(0, Math.min(LONGEST_WORDS, said.length()));
    owners.demand(accountId, slug, TeamPermission.REFUNDS);
    LiveEvent event = locked(accountId, slug);
    event.cancel(told, clock.instant());
    em.flush();
    long change = note(event, "CANCELLED", told, accountId);
    facts.fire(new EventCalledOff(event.id(), event.slug(), change));
    facts.fire(new EventChanged(event.id(), event.slug()));
  }

  private void moveSales(LiveEvent event, Duration by) {
    sql.update(
        "update encore.ticket_type set version = version + 1, sale_until ="
            + " greatest(sale_until + make_interval(secs => ?), sale_from + interval '1 minute')"
            + " where event_id = ?",
        (double) by.toSeconds(),
        event.id());
  }

  private long note(LiveEvent event, String kind, String words, long accountId) {
    return sql.insert(
        "insert into encore.event_change (event_id, kind, words, account_id, made_at)"
            + " values (?, ?, ?, ?, ?) returning id",
        event.id(),
        kind,
        words,
        accountId,
        clock.instant());
  }

  private LiveEvent locked(long accountId, String slug) {
    LiveEvent event = owners.own(accountId, slug);
    em.lock(event, LockModeType.PESSIMISTIC_WRITE);
    em.refresh(event);
    return event;
  }
}
