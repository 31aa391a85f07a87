package fan.encore.event;

import fan.encore.shared.Where;
import java.time.Instant;

/** Turns a search into conditions on {@code live_event e}, {@code venue v}, {@code artist a}. */
final class Ahead {

  /** What fans may buy or will be able to, and is not over. */
  static final String CONDITION =
      "e.status in ('PUBLISHED', 'POSTPONED') and (e.ends_at > ? or e.date_open)";

  private static final String DAY = "(e.starts_at at time zone v.zone)::date";

  private Ahead() {}

  static Where of(EventSearch search, Instant now) {
    Where where =
        new Where()
            .and(CONDITION, now)
            .equal("v.city", search.city())
            .equal("e.category", search.category())
            .equal("a.code", search.artist())
            .equal("e.currency", search.currency());
    if (search.text() != null) {
      where.and(
          "e.id in (select event_id from encore.event_search"
              + " where terms @@ encore.search_query(?))",
          search.text());
    }
    if (search.from() != null) {
      where.and(DAY + " >= ?", search.from());
    }
    if (search.to() != null) {
      where.and(DAY + " <= ?", search.to());
    }
    if (search.mostMinor() != null) {
      where.and(
          "exists (select 1 from encore.ticket_type p where p.event_id = e.id"
              + " and p.price_minor <= ?)",
          search.mostMinor());
    }
    if (search.age() != null) {
      where.and("e.min_age <= ?", search.age());
    }
    return attendance(where, search.attendance());
  }

  private static Where attendance(Where where, Attendance wanted) {
    if (wanted == null) {
      return where;
    }
    return switch (wanted) {
      case VENUE -> where.and("e.attendance <> 'ONLINE'");
      case ONLINE -> where.and("e.attendance <> 'VENUE'");
      case HYBRID -> where.and("e.attendance = 'HYBRID'");
    };
  }
}
