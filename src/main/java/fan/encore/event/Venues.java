package fan.encore.event;

import fan.encore.account.Roles;
import fan.encore.shared.Sql;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import java.util.List;

/** Keeps the venues; every organizer may use every venue. */
@Stateless
public class Venues {

  @PersistenceContext private EntityManager em;
  @Inject private Sql sql;

  /** All venues by city and name. */
  @PermitAll
  public List<VenueRow> list() {
    return sql.list(
        "select code, name, address, city, country, zone from encore.venue where not online order by city, name",
        row ->
            new VenueRow(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6)));
  }

  /**
   * Adds a venue.
   *
   * @throws ZoneUnknown if no time zone has that name
   */
  @RolesAllowed({Roles.HOST, Roles.ADMIN})
  public VenueRow create(long organizerAccountId, @Valid VenueDraft draft) {
    if (!draft.hasKnownZone()) {
      throw new ZoneUnknown();
    }
    String code =
        Slugs.unused(
            draft.name() + " " + draft.city(), "venue", taken -> byCodeOrNull(taken) != null);
    Venue venue = new Venue(code, organizerAccountId, draft);
    em.persist(venue);
    em.flush();
    return new VenueRow(
        venue.code(),
        venue.name(),
        venue.address(),
        venue.city(),
        venue.country(),
        venue.zone().getId());
  }

  private Venue byCodeOrNull(String code) {
    return em.createQuery("select v from Venue v where v.code = :code", Venue.class)
        .setParameter("code", code)
        .getResultStream()
        .findFirst()
        .orElse(null);
  }
}
