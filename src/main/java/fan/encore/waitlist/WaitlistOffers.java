package fan.encore.waitlist;

import fan.encore.account.Roles;
import fan.encore.shared.Sql;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Works on the waiting lists, one transaction for each. */
@Stateless
@RolesAllowed(Roles.SYSTEM)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class WaitlistOffers {

  private static final Logger LOG = Logger.getLogger(WaitlistOffers.class.getName());

  @Inject private Sql sql;
  @Inject private WaitlistTurn turn;

  /**
   * Sees what became of offers and makes those that are due. A list that another node works on is
   * left to it; one that fails is tried again at the next time and keeps no other one waiting.
   *
   * @param limit most lists of one call
   * @return how many offers were made
   */
  public int offerDue(int limit) {
    List<Long> lists =
        sql.list(
            "select w.ticket_type_id from encore.waitlist w where exists (select from encore.waitlist_entry p"
                + " where p.ticket_type_id = w.ticket_type_id and p.status = 'WAITING')"
                + " or exists (select from encore.waitlist_entry p"
                + " where p.ticket_type_id = w.ticket_type_id and p.status = 'OFFERED')"
                + " or exists (select from encore.waitlist_kept k where k.ticket_type_id = w.ticket_type_id)"
                + " order by w.ticket_type_id limit ?",
            row -> row.getLong(1),
            limit);
    int made = 0;
    for (long list : lists) {
      try {
        made += turn.take(list);
      } catch (RuntimeException e) {
        LOG.log(Level.WARNING, e, () -> "Waiting list " + list + " is tried again");
      }
    }
    return made;
  }
}
