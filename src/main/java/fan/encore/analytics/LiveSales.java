package fan.encore.analytics;

import fan.encore.account.Roles;
import fan.encore.event.EventOwners;
import fan.encore.event.TeamPermission;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/**
 * Shows how an event sells while it sells. Without a transaction, so that whoever waits for figures
 * holds no connection.
 */
@Stateless
@RolesAllowed({Roles.ORGANIZER, Roles.ADMIN})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LiveSales {

  @Inject private EventOwners owners;
  @Inject private LiveMemory memory;

  /**
   * The figures of this moment, from this node's memory where they are fresh.
   *
   * @throws fan.encore.event.EventNotFound if there is no such event, or the account may not see
   *     its figures
   */
  public LiveFigures of(long accountId, String slug) {
    return memory.of(owners.demand(accountId, slug, TeamPermission.REPORTS));
  }
}
