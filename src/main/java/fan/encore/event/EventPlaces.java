package fan.encore.event;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a draft takes place: its venue, or for an event that is online alone the clock of its zone,
 * which is a venue without a place.
 */
@Stateless
@PermitAll
public class EventPlaces {

  @PersistenceContext private EntityManager em;

  /**
   * @throws VenueNeeded if people go there and no venue is named
   * @throws VenueNotFound if no venue has the code
   * @throws ZoneUnknown if an event that is online alone names no zone
   */
  public Venue of(long accountId, EventDraft draft) {
    if (!draft.attendance().hasVenue()) {
      return clock(accountId, draft.zone());
    }
    if (draft.venueCode() == null || draft.venueCode().isBlank()) {
      throw new VenueNeeded();
    }
    return byCode(draft.venueCode());
  }

  private Venue clock(long accountId, String zone) {
    String known = known(zone);
    String code = "online-" + known.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    return find(code).orElseGet(() -> make(Venue.clock(code, accountId, known)));
  }

  private Venue make(Venue venue) {
    em.persist(venue);
    em.flush();
    return venue;
  }

  private Venue byCode(String code) {
    return find(code).orElseThrow(VenueNotFound::new);
  }

  private Optional<Venue> find(String code) {
    return em.createQuery("select v from Venue v where v.code = :code", Venue.class)
        .setParameter("code", code)
        .getResultStream()
        .findFirst();
  }

  private static String known(String zone) {
    try {
      return ZoneId.of(zone == null ? "" : zone).getId();
    } catch (DateTimeException unknown) {
      throw new ZoneUnknown();
    }
  }
}
