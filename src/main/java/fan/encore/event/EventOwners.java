package fan.encore.event;

import fan.encore.account.Roles;
import fan.encore.shared.Sql;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Opens events for those who may work on them: their organizer and administrators everything, their
 * team what it was permitted. Who may what is decided by the SQL function {@code may} and nowhere
 * else.
 */
@Stateless
@PermitAll
public class EventOwners {

  @PersistenceContext private EntityManager em;
  @Resource private SessionContext context;
  @Inject private Sql sql;

  /**
   * The event, managed in the caller's transaction.
   *
   * @throws EventNotFound if there is none, or the account may not edit it
   */
  public LiveEvent own(long accountId, String slug) {
    return em.find(LiveEvent.class, demand(accountId, slug, TeamPermission.EDIT));
  }

  /**
   * As {@link #own}, for what a team never may: to make other events of this one.
   *
   * @throws EventNotFound if there is none, or it is not the account's own
   */
  public LiveEvent alone(long accountId, String slug) {
    LiveEvent event = own(accountId, slug);
    if (event.organizerAccountId() != accountId && !context.isCallerInRole(Roles.ADMIN)) {
      throw new EventNotFound();
    }
    return event;
  }

  /**
   * The event's number.
   *
   * @param anyOf one of them is enough
   * @throws EventNotFound if there is none, or the account may none of this there
   */
  public long demand(long accountId, String slug, TeamPermission... anyOf) {
    return sql.first(
            "select e.id from encore.live_event e where e.slug = ? and (? or exists"
                + " (select from unnest(?::text[]) as p (permission)"
                + " where encore.may(e.id, ?, p.permission)))",
            row -> row.getLong(1),
            slug,
            context.isCallerInRole(Roles.ADMIN),
            Arrays.stream(anyOf).map(TeamPermission::name).toArray(String[]::new),
            accountId)
        .orElseThrow(EventNotFound::new);
  }

  /** All that an account may do at an event; nothing where there is no such event. */
  public Set<TeamPermission> permissions(long accountId, String slug) {
    List<TeamPermission> found =
        sql.list(
            "select p.permission from encore.live_event e, unnest(?::text[]) as p (permission)"
                + " where e.slug = ? and (? or encore.may(e.id, ?, p.permission))",
            row -> TeamPermission.valueOf(row.getString(1)),
            Arrays.stream(TeamPermission.values()).map(TeamPermission::name).toArray(String[]::new),
            slug,
            context.isCallerInRole(Roles.ADMIN),
            accountId);
    Set<TeamPermission> permissions = EnumSet.noneOf(TeamPermission.class);
    permissions.addAll(found);
    return permissions;
  }

  /** True for administrators, who may show drawings (SVG). */
  public boolean mayDraw() {
    return context.isCallerInRole(Roles.ADMIN);
  }
}
