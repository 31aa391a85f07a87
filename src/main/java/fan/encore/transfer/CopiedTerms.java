package fan.encore.transfer;

import fan.encore.event.EventCopied;
import fan.encore.shared.Sql;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/**
 * Lets tickets of an event's copy change hands as those of the event: sent, renamed and sold on by
 * the same terms, which close as long before its start at the clock of its place.
 */
@Stateless
@PermitAll
public class CopiedTerms {

  private static final String FROM =
      ", ((x.closes_at at time zone v.zone) + ((c.starts_at at time zone v.zone)"
          + " - (o.starts_at at time zone v.zone))) at time zone v.zone"
          + " from encore.%s x join encore.live_event o on o.id = x.event_id"
          + " join encore.venue v on v.id = o.venue_id"
          + " join encore.live_event c on c.id = ? where o.id = ?";

  @Inject private Sql sql;

  public void copy(@Observes EventCopied copied) {
    copy(copied, "transfer_terms", "transfers_allowed, renames_allowed");
    copy(copied, "resale_terms", "allowed, fee_per_mille");
  }

  private void copy(EventCopied copied, String table, String rules) {
    sql.update(
        "insert into encore."
            + table
            + " (event_id, "
            + rules
            + ", closes_at) select c.id, "
            + rules
            + FROM.formatted(table),
        copied.toEventId(),
        copied.fromEventId());
  }
}
