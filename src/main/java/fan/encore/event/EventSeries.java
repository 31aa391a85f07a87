package fan.encore.event;

import fan.encore.account.Roles;
import fan.encore.audit.Audited;
import fan.encore.shared.Sql;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;

/** Recurring dates: makes them from a rule, edits and publishes them together. */
@Stateless
@RolesAllowed({Roles.ORGANIZER, Roles.ADMIN})
public class EventSeries {

  @PersistenceContext private EntityManager em;
  @Inject private Sql sql;
  @Inject private Clock clock;
  @Inject private EventOwners owners;
  @Inject private EventCopies copies;
  @Inject private StudioEvents studio;

  /**
   * Makes an event the first date of a series and copies it to the other days of the rule, as
   * drafts at the same time of the day.
   *
   * @return the series' code
   * @throws AlreadyInSeries if it is a date of a series
   * @throws SeriesWrong if the rule makes no date, or too many
   */
  @Audited("event.make_series")
  public String make(long accountId, @Audited.Subject String slug, @Valid SeriesRule rule) {
    LiveEvent first = owners.alone(accountId, slug);
    if (first.inSeries()) {
      throw new AlreadyInSeries();
    }
    LocalDateTime begins = LocalDateTime.ofInstant(first.startsAt(), first.zone());
    List<LocalDate> days = rule.after(begins.toLocalDate());
    String code = Slugs.unused(first.title(), "series", this::taken);
    long series =
        sql.insert(
            "insert into encore.event_series (code, title, organizer_account_id, created_at)"
                + " values (?, ?, ?, ?) returning id",
            code,
            first.title(),
            first.organizerAccountId(),
            clock.instant());
    first.join(series);
    em.flush();
    for (LocalDate day : days) {
      LocalDateTime at = day.atTime(begins.toLocalTime());
      String copy = copies.copy(first, first.title(), LiveEvent.at(at, first.zone()), true);
      sql.update("update encore.live_event set series_id = ? where slug = ?", series, copy);
    }
    return code;
  }

  /**
   * Changes a date of a series and all that follow it: words, place and rules are those of the
   * draft, times of the day move as this date's do.
   *
   * @return how many dates were changed
   * @throws EditedMeanwhile if the draft was made from an older version of this date
   */
  @Audited("event.edit_series")
  public int editFollowing(long accountId, @Audited.Subject String slug, @Valid EventDraft draft) {
    LiveEvent event = owners.own(accountId, slug);
    ZoneId zone = event.zone();
    LocalDateTime was = LocalDateTime.ofInstant(event.startsAt(), zone);
    List<String> following =
        sql.list(
            "select f.slug from encore.live_event f join encore.live_event e"
                + " on e.series_id = f.series_id where e.slug = ? and f.starts_at > e.starts_at"
                + " and f.status <> 'CANCELLED' order by f.starts_at",
            row -> row.getString(1),
            slug);
    studio.edit(accountId, slug, draft);
    Duration moved = Duration.between(was, draft.startsAt());
    for (String other : following) {
      LiveEvent date = owners.own(accountId, other);
      LocalDateTime begins = LocalDateTime.ofInstant(date.startsAt(), zone).plus(moved);
      studio.edit(accountId, other, draft.at(begins));
    }
    return following.size() + 1;
  }

  /**
   * Publishes every draft of the series that this event is a date of.
   *
   * @return how many were published
   * @throws NotPublishable if something is missing; then none is published
   */
  @Audited("event.publish_series")
  public int publishAll(long accountId, @Audited.Subject String slug) {
    owners.own(accountId, slug);
    List<String> drafts =
        sql.list(
            "select f.slug from encore.live_event f join encore.live_event e"
                + " on e.series_id = f.series_id where e.slug = ? and f.status = 'DRAFT'"
                + " order by f.starts_at",
            row -> row.getString(1),
            slug);
    drafts.forEach(draft -> studio.publish(accountId, draft));
    return drafts.size();
  }

  private boolean taken(String code) {
    return sql.number("select count(*) from encore.event_series where code = ?", code) > 0;
  }
}
