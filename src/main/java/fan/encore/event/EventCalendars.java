package fan.encore.event;

import fan.encore.artist.Artists;
import fan.encore.shared.Sql;
import fan.encore.shared.Texts;
import fan.encore.shared.Where;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Events as calendars (RFC 5545) that a calendar program takes once or follows. What was cancelled
 * or moved stays in them for a while, so that followers hear of it.
 */
@Stateless
@PermitAll
public class EventCalendars {

  /** What calendars are, for HTTP. */
  public static final String CONTENT_TYPE = "text/calendar;charset=UTF-8";

  private static final int MOST = 500;
  private static final Duration LOOKS_BACK = Duration.ofDays(30);

  private static final String SELECT =
      "select e.slug, e.title, e.language, e.other_title, e.version, e.starts_at, e.ends_at,"
          + " e.status, e.date_open, v.name as venue, v.address, v.city, v.online"
          + " from encore.live_event e join encore.venue v on v.id = e.venue_id"
          + " left join encore.artist a on a.id = e.artist_id";

  @Inject private Sql sql;
  @Inject private Clock clock;
  @Inject private Artists artists;

  @Inject
  @ConfigProperty(name = "ENCORE_BASE_URL")
  private String baseUrl;

  /**
   * One event.
   *
   * @throws EventNotFound if fans do not see it
   */
  public String event(String slug, Locale locale) {
    List<CalendarEntry> found = read(seen().equal("e.slug", slug), locale);
    if (found.isEmpty()) {
      throw new EventNotFound();
    }
    return calendar(found.get(0).summary(), found);
  }

  /**
   * All events of an artist.
   *
   * @throws fan.encore.artist.ArtistNotFound if there is none with this code
   */
  public String artist(String code, Locale locale) {
    return calendar(artists.byCode(code).name(), read(recent().equal("a.code", code), locale));
  }

  /**
   * All events of the organizer of this one, whose name and number stay unknown.
   *
   * @throws EventNotFound if fans do not see it
   */
  public String organizerOf(String slug, Locale locale) {
    long organizer =
        sql.first(
                "select organizer_account_id from encore.live_event"
                    + " where slug = ? and status <> 'DRAFT'",
                row -> row.getLong(1),
                slug)
            .orElseThrow(EventNotFound::new);
    return calendar(
        Texts.get(locale, "events.calendar.organizer"),
        read(recent().equal("e.organizer_account_id", organizer), locale));
  }

  /** What a search finds. */
  public String search(EventSearch search, Locale locale) {
    return calendar(
        Texts.get(locale, "events.calendar.search"),
        read(Ahead.of(search, clock.instant()), locale));
  }

  /** A calendar of one's own with entries made elsewhere. */
  public String calendar(String name, List<CalendarEntry> entries) {
    return Ics.calendar(name, entries, clock.instant());
  }

  /** The end of every UID: the host of this Encore. */
  public String host() {
    return URI.create(baseUrl).getHost();
  }

  private static Where seen() {
    return new Where().and("e.status <> 'DRAFT'");
  }

  private Where recent() {
    return seen().and("e.ends_at > ? or e.date_open", clock.instant().minus(LOOKS_BACK));
  }

  private List<CalendarEntry> read(Where where, Locale locale) {
    return sql.list(
        SELECT + where.sql() + " order by e.starts_at, e.id limit ?",
        row -> entry(row, locale),
        where.parameters(MOST));
  }

  private CalendarEntry entry(ResultSet row, Locale locale) throws SQLException {
    String url = baseUrl + "/event/detail?slug=" + row.getString("slug");
    String other = row.getString("other_title");
    boolean translated = other != null && !row.getString("language").equals(locale.getLanguage());
    CalendarEntry.State state =
        CalendarEntry.State.of(
            EventStatus.valueOf(row.getString("status")), row.getBoolean("date_open"));
    return new CalendarEntry(
        "event-" + row.getString("slug") + "@" + host(),
        row.getInt("version"),
        Sql.instant(row, "starts_at"),
        Sql.instant(row, "ends_at"),
        translated ? other : row.getString("title"),
        state == CalendarEntry.State.TENTATIVE ? Texts.get(locale, "events.date_open") : url,
        place(row, locale),
        url,
        state);
  }

  private static String place(ResultSet row, Locale locale) throws SQLException {
    return row.getBoolean("online")
        ? Texts.get(locale, "events.attendance.ONLINE")
        : row.getString("venue") + ", " + row.getString("address") + ", " + row.getString("city");
  }
}
