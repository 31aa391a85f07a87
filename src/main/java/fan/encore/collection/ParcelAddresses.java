package fan.encore.collection;

import fan.encore.account.Roles;
import fan.encore.shared.Sql;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Forgets where parcels went, some weeks after they left: long enough for a parcel that is lost.
 */
@Stateless
@RolesAllowed(Roles.SYSTEM)
public class ParcelAddresses {

  @Inject private Sql sql;
  @Inject private Clock clock;

  @Inject
  @ConfigProperty(name = "ENCORE_ADDRESS_DAYS", defaultValue = "60")
  private int days;

  /** For the container. */
  public ParcelAddresses() {}

  /** Outside the server. */
  public ParcelAddresses(Sql sql, Clock clock, int days) {
    this.sql = sql;
    this.clock = clock;
    this.days = days;
  }

  /**
   * Erases the addresses of parcels that were sent that many days ago. The parcel itself, with its
   * carrier and tracking number, stays.
   *
   * @param limit how many at most
   * @return how many were erased
   */
  public int eraseDue(int limit) {
    return sql.update(
        "delete from encore.shipment_address where shipment_id in (select d.shipment_id"
            + " from encore.shipment_address d join encore.shipment s on s.id = d.shipment_id"
            + " where s.status = 'SENT' and s.sent_at <= ? order by s.sent_at limit ?"
            + " for update of d skip locked)",
        clock.instant().minus(Duration.ofDays(days)),
        limit);
  }
}
