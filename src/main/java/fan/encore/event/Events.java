package fan.encore.event;

import fan.encore.account.Roles;
import fan.encore.shared.ListQuery;
import fan.encore.shared.Money;
import fan.encore.shared.Slice;
import fan.encore.shared.Sql;
import fan.encore.shared.Where;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds events: for fans what is published, for administrators everything. */
@Stateless
@PermitAll
public class Events {

  private static final String COLUMNS =
      "select e.slug, e.title, e.language, e.other_title, e.attendance, e.min_age, e.date_open, e.category, e.status, e.currency, e.starts_at, e.picture_key,"
          + " a.name as artist, v.name as venue, v.city, v.country, v.zone,"
          + " t.lowest, coalesce(t.free, 0) as free, coalesce(t.sold, 0) as sold,"
          + " coalesce(t.capacity, 0) as capacity";

  private static final String FROM =
      " from encore.live_event e join encore.venue v on v.id = e.venue_id"
          + " left join encore.artist a on a.id = e.artist_id";

  private static final String STOCK =
      " left join lateral (select min(y.price_minor) as lowest, "
          + " sum(case when y.fare_of is null then s.free else - s.held - s.sold end) as free,"
          + " sum(s.sold) as sold, sum(s.capacity) filter (where y.fare_of is null) as capacity from encore.ticket_type y"
          + " join encore.ticket_stock s on s.ticket_type_id = y.id where y.event_id = e.id) t on true";

  private static final Map<String, String> SORTS =
      Map.of(
          "title", "e.title",
          "status", "e.status",
          "city", "v.city",
          "startsAt", "e.starts_at",
          "sold", "t.sold");

  private final Sql sql;
  private final Clock clock;

  @Inject
  public Events(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /** For the container's proxy. */
  public Events() {
    this(null, null);
  }

  /** Published events that are not over, the next one first. */
  public Slice<EventRow> search(EventSearch search) {
    Where where = Ahead.of(search, clock.instant());
    return slice(
        where, " order by e.starts_at, e.id", search.size(), search.page() * (long) search.size());
  }

  /** Cities that have something coming, by name. */
  public List<String> cities() {
    return sql.list(
        "select distinct v.city"
            + FROM
            + " where not v.online and "
            + Ahead.CONDITION
            + " order by v.city",
        row -> row.getString(1),
        clock.instant());
  }

  /**
   * The next published events of an artist, the next one first.
   *
   * @param artistCode the artist's public code
   */
  public List<EventRow> ofArtist(String artistCode, int limit) {
    Where where = new Where().and(Ahead.CONDITION, clock.instant()).equal("a.code", artistCode);
    return slice(where, " order by e.starts_at, e.id", limit, 0).rows();
  }

  /**
   * What fans see of an event: published or cancelled, also after it is over; no hidden types.
   *
   * @throws EventNotFound if there is none, or only a draft
   */
  public EventDetail bySlug(String slug) {
    return bySlug(slug, Set.of());
  }

  /**
   * What a fan sees of an event with the hidden types that her code opens.
   *
   * @param unlocked ids of the hidden types that she may see
   * @throws EventNotFound if there is none, or only a draft
   */
  public EventDetail bySlug(String slug, Set<Long> unlocked) {
    EventDetail detail =
        EventReading.detail(
                sql, slug, type -> !type.rules().hidden() || unlocked.contains(type.id()))
            .orElseThrow(EventNotFound::new);
    if (detail.status() == EventStatus.DRAFT) {
      throw new EventNotFound();
    }
    return detail.forEverybody();
  }

  /**
   * A series with those of its dates that are not over, the next one first.
   *
   * @throws SeriesNotFound if there is none, or nothing of it is public
   */
  public SeriesView series(String code) {
    Where where = new Where().and(Ahead.CONDITION, clock.instant()).equal("n.code", code);
    String of = " join encore.event_series n on n.id = e.series_id";
    List<EventRow> dates =
        sql.list(
            COLUMNS + FROM + of + STOCK + where.sql() + " order by e.starts_at, e.id limit ?",
            Events::row,
            where.parameters(SeriesRule.MOST_DATES));
    return sql.first(
            "select n.code, n.title from encore.event_series n where n.code = ? and exists"
                + " (select 1 from encore.live_event e where e.series_id = n.id"
                + " and e.status <> 'DRAFT')",
            row -> new SeriesView(row.getString(1), row.getString(2), dates),
            code)
        .orElseThrow(SeriesNotFound::new);
  }

  /** The other dates of the series that one's own event is a date of, drafts too; maybe none. */
  @RolesAllowed({Roles.ORGANIZER, Roles.ADMIN})
  public List<EventRow> datesOf(long organizerAccountId, String seriesCode) {
    Where where =
        new Where().equal("n.code", seriesCode).equal("n.organizer_account_id", organizerAccountId);
    return sql.list(
        COLUMNS
            + FROM
            + " join encore.event_series n on n.id = e.series_id"
            + STOCK
            + where.sql()
            + " order by e.starts_at, e.id limit ?",
        Events::row,
        where.parameters(SeriesRule.MOST_DATES));
  }

  /** All events for administrators; filters: title, city, status. */
  @RolesAllowed(Roles.ADMIN)
  public Slice<EventRow> find(ListQuery query) {
    Where where =
        new Where()
            .contains("e.title", query.filter("title"))
            .contains("v.city", query.filter("city"))
            .equal("e.status", query.filter("status"));
    return slice(where, Where.order(query, SORTS, "e.id"), query.size(), query.first());
  }

  /**
   * The events that an account organizes or is on the team of, the latest first; filters: title,
   * city, status.
   */
  @RolesAllowed({Roles.ORGANIZER, Roles.ADMIN})
  public Slice<EventRow> ofTeam(long accountId, ListQuery query) {
    Where where =
        new Where()
            .and("e.id = any (array(select encore.events_of(?, null)))", accountId)
            .contains("e.title", query.filter("title"))
            .contains("v.city", query.filter("city"))
            .equal("e.status", query.filter("status"));
    return slice(where, Where.order(query, SORTS, "e.starts_at"), query.size(), query.first());
  }

  private Slice<EventRow> slice(Where where, String order, long limit, long offset) {
    long total = sql.number("select count(*)" + FROM + where.sql(), where.parameters());
    List<EventRow> rows =
        sql.list(
            COLUMNS + FROM + STOCK + where.sql() + order + " limit ? offset ?",
            Events::row,
            where.parameters(limit, offset));
    return new Slice<>(rows, total);
  }

  private static EventRow row(ResultSet row) throws SQLException {
    Long lowest = Sql.nullableLong(row, "lowest");
    return new EventRow(
        row.getString("slug"),
        row.getString("title"),
        row.getString("language"),
        row.getString("other_title"),
        Attendance.valueOf(row.getString("attendance")),
        row.getInt("min_age"),
        row.getBoolean("date_open"),
        EventCategory.valueOf(row.getString("category")),
        EventStatus.valueOf(row.getString("status")),
        row.getString("artist"),
        row.getString("venue"),
        row.getString("city"),
        row.getString("country"),
        row.getString("zone"),
        Sql.instant(row, "starts_at"),
        row.getString("picture_key"),
        lowest == null ? null : new Money(lowest, row.getString("currency")),
        row.getLong("free"),
        row.getLong("sold"),
        row.getLong("capacity"));
  }
}
