package fan.encore.event;

import fan.encore.account.Roles;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Opens events for those who may edit them: their organizer and administrators. */
@Stateless
@PermitAll
public class EventOwners {

  @PersistenceContext private EntityManager em;
  @Resource private SessionContext context;

  /**
   * The event, managed in the caller's transaction.
   *
   * @throws EventNotFound if there is none, or it is somebody else's
   */
  public LiveEvent own(long accountId, String slug) {
    return em.createQuery("select e from LiveEvent e where e.slug = :slug", LiveEvent.class)
        .setParameter("slug", slug)
        .getResultStream()
        .findFirst()
        .filter(event -> mayEdit(accountId, event.organizerAccountId()))
        .orElseThrow(EventNotFound::new);
  }

  /** True for the organizer's own account and for administrators. */
  public boolean mayEdit(long accountId, long organizerAccountId) {
    return accountId == organizerAccountId || context.isCallerInRole(Roles.ADMIN);
  }

  /** True for administrators, who may show drawings (SVG). */
  public boolean mayDraw() {
    return context.isCallerInRole(Roles.ADMIN);
  }
}
