package fan.encore.event;

import fan.encore.account.Roles;
import fan.encore.artist.Artists;
import fan.encore.audit.Audited;
import fan.encore.shared.Money;
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
import java.util.Set;

/**
 * What organizers and their teams do with events. Somebody else's event is not found, except by
 * administrators, who may edit all.
 */
@Stateless
@RolesAllowed({Roles.ORGANIZER, Roles.ADMIN})
public class StudioEvents {

  @PersistenceContext private EntityManager em;
  @Inject private Sql sql;
  @Inject private Clock clock;
  @Inject private Artists artists;
  @Inject private EventOwners owners;
  @Inject private EventPlaces places;
  @Inject private Event<EventChanged> changed;

  /**
   * Creates a draft that only its organizer sees.
   *
   * @return its slug
   * @throws EventTimesWrong if it ends before it starts
   */
  @RolesAllowed({Roles.HOST, Roles.ADMIN})
  @Audited("event.create")
  public String create(long accountId, @Valid EventDraft draft) {
    knownCurrency(draft.currency());
    String slug = Slugs.unused(draft.title(), "event", this::slugTaken);
    LiveEvent event =
        new LiveEvent(
            slug, accountId, draft, places.of(accountId, draft), artistId(draft), clock.instant());
    em.persist(event);
    em.flush();
    return slug;
  }

  /**
   * Changes what an event says about itself, published or not.
   *
   * @throws EditedMeanwhile if the draft was made from an older version
   */
  @Audited("event.edit")
  public void edit(long accountId, @Audited.Subject String slug, @Valid EventDraft draft) {
    knownCurrency(draft.currency());
    LiveEvent event = owners.own(accountId, slug);
    event.edit(draft, places.of(accountId, draft), artistId(draft));
    em.flush();
    tell(event);
  }

  /**
   * All about an event that one may edit, drafts too, with its stock.
   *
   * @throws EventNotFound if there is none, or the account may not edit it
   */
  public EventDetail detail(long accountId, String slug) {
    return detail(accountId, slug, TeamPermission.EDIT);
  }

  /**
   * All about an event for whoever may something there.
   *
   * @param anyOf one of these permissions is enough
   * @throws EventNotFound if there is none, or the account may none of this there
   */
  public EventDetail detail(long accountId, String slug, TeamPermission... anyOf) {
    owners.demand(accountId, slug, anyOf);
    return EventReading.detail(sql, slug).orElseThrow(EventNotFound::new);
  }

  /** All that an account may do at an event; nothing where there is no such event. */
  public Set<TeamPermission> permissions(long accountId, String slug) {
    return owners.permissions(accountId, slug);
  }

  /**
   * @return the new ticket type's code
   * @throws SaleWindowWrong if its sale ends before it begins
   */
  @Audited("event.add_ticket_type")
  public String addTicketType(
      long accountId, @Audited.Subject String slug, @Valid TicketTypeDraft draft) {
    LiveEvent event = owners.own(accountId, slug);
    em.lock(event, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
    String code = Slugs.unused(draft.name(), "ticket", taken -> type(event, taken) != null);
    TicketType type = new TicketType(event, code, countTypes(event) + 1, draft);
    em.persist(type);
    em.flush();
    sql.update(
        "insert into encore.ticket_stock (ticket_type_id, capacity, free) values (?, ?, ?)",
        type.id(),
        draft.capacity(),
        draft.capacity());
    tell(event);
    return code;
  }

  /**
   * Changes a ticket type; its new price counts for reservations made from now on.
   *
   * @throws CapacityTooLow if more tickets are sold or held than the new capacity
   */
  @Audited("event.edit_ticket_type")
  public void editTicketType(
      long accountId, @Audited.Subject String slug, String typeCode, @Valid TicketTypeDraft draft) {
    LiveEvent event = owners.own(accountId, slug);
    TicketType type = type(event, typeCode);
    if (type == null) {
      throw new TicketTypeNotFound();
    }
    type.edit(draft, event.zone());
    em.flush();
    int changed =
        sql.update(
            "update encore.ticket_stock set capacity = ?, free = ? - held - sold"
                + " where ticket_type_id = ? and held + sold <= ?",
            draft.capacity(),
            draft.capacity(),
            type.id(),
            draft.capacity());
    if (changed == 0) {
      throw new CapacityTooLow();
    }
    tell(event);
  }

  /**
   * Makes the event visible to everybody.
   *
   * @throws NotPublishable if something is missing
   */
  @Audited("event.publish")
  public void publish(long accountId, @Audited.Subject String slug) {
    LiveEvent event = owners.own(accountId, slug);
    event.publish(countTypes(event), clock.instant());
    tell(event);
  }

  private void tell(LiveEvent event) {
    changed.fire(new EventChanged(event.id(), event.slug()));
  }

  private Long artistId(EventDraft draft) {
    return draft.artistCode() == null || draft.artistCode().isBlank()
        ? null
        : artists.byCode(draft.artistCode()).id();
  }

  private TicketType type(LiveEvent event, String code) {
    return em.createQuery(
            "select t from TicketType t where t.eventId = :event and t.code = :code",
            TicketType.class)
        .setParameter("event", event.id())
        .setParameter("code", code)
        .getResultStream()
        .findFirst()
        .orElse(null);
  }

  private int countTypes(LiveEvent event) {
    return em.createQuery("select count(t) from TicketType t where t.eventId = :event", Long.class)
        .setParameter("event", event.id())
        .getSingleResult()
        .intValue();
  }

  private boolean slugTaken(String slug) {
    return em.createQuery("select count(e) from LiveEvent e where e.slug = :slug", Long.class)
            .setParameter("slug", slug)
            .getSingleResult()
        > 0;
  }

  private static void knownCurrency(String currency) {
    try {
      Money.zero(currency);
    } catch (IllegalArgumentException unknown) {
      throw new CurrencyUnknown();
    }
  }
}
