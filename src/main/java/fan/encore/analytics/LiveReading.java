package fan.encore.analytics;

import fan.encore.analytics.LiveFigures.Day;
import fan.encore.analytics.LiveFigures.Hour;
import fan.encore.analytics.LiveFigures.LiveDoor;
import fan.encore.analytics.LiveFigures.LiveRoom;
import fan.encore.analytics.LiveFigures.LiveType;
import fan.encore.analytics.LiveFigures.LiveWaiting;
import fan.encore.analytics.LiveFigures.Now;
import fan.encore.analytics.LiveFigures.Promo;
import fan.encore.analytics.LiveFigures.Sales;
import fan.encore.shared.Money;
import fan.encore.shared.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Reads how one event sells. */
final class LiveReading {

  private static final int HOURS = 24;
  private static final int MOST_CODES = 10;

  private final Sql sql;
  private final long event;
  private final Instant at;

  LiveReading(Sql sql, long event, Instant at) {
    this.sql = sql;
    this.event = event;
    this.at = at;
  }

  Now now() {
    List<LiveType> types =
        sql.list(
            "select t.code, t.name, t.bundle, t.fare_of is not null as fare, s.capacity, s.free, s.held, s.sold"
                + " from encore.ticket_type t"
                + " join encore.ticket_stock s on s.ticket_type_id = t.id"
                + " where t.event_id = ? order by t.place, t.id",
            LiveReading::type,
            event);
    return sql.first(
            "select e.slug, e.title, e.currency, v.zone from encore.live_event e"
                + " join encore.venue v on v.id = e.venue_id where e.id = ?",
            row ->
                new Now(
                    at,
                    row.getString("slug"),
                    row.getString("title"),
                    row.getString("currency"),
                    row.getString("zone"),
                    types,
                    door(),
                    waiting(),
                    room()),
            event)
        .orElseThrow();
  }

  private static LiveType type(ResultSet row) throws SQLException {
    return new LiveType(
        row.getString("code"),
        row.getString("name"),
        row.getBoolean("bundle"),
        row.getBoolean("fare"),
        row.getLong("capacity"),
        row.getLong("free"),
        row.getLong("held"),
        row.getLong("sold"));
  }

  private LiveDoor door() {
    return sql.first(
            "select count(*) as expected, count(checked_in_at) as admitted,"
                + " count(*) filter (where checked_in_at > ?) as lately"
                + " from encore.ticket where event_id = ? and status = 'ISSUED'",
            row ->
                new LiveDoor(
                    row.getLong("expected"), row.getLong("admitted"), row.getLong("lately")),
            at.minus(Duration.ofMinutes(5)),
            event)
        .orElseThrow();
  }

  private LiveWaiting waiting() {
    return sql.first(
            "select count(*) filter (where w.status = 'WAITING') as fans,"
                + " coalesce(sum(w.quantity) filter (where w.status = 'WAITING'), 0) as tickets,"
                + " count(*) filter (where w.status = 'OFFERED') as offered,"
                + " count(*) filter (where w.status = 'BOUGHT') as bought"
                + " from encore.waitlist l join encore.waitlist_entry w"
                + " on w.ticket_type_id = l.ticket_type_id where l.event_id = ?",
            row ->
                new LiveWaiting(
                    row.getLong("fans"),
                    row.getLong("tickets"),
                    row.getLong("offered"),
                    row.getLong("bought")),
            event)
        .orElseThrow();
  }

  private LiveRoom room() {
    return sql.first(
            "select status, greatest(greatest(entrants, placed) - called, 0) as waiting, called,"
                + " inside, flow_per_minute from encore.waiting_room where event_id = ?",
            row ->
                new LiveRoom(
                    row.getString("status"),
                    row.getLong("waiting"),
                    row.getLong("called"),
                    row.getLong("inside"),
                    row.getDouble("flow_per_minute")),
            event)
        .orElse(null);
  }

  /** What was sold until now, in the event's currency and zone. */
  Sales sales(String currency, ZoneId zone) {
    return sql.first(
            "select count(o.paid_at) as orders, count(*) filter (where o.status = 'OPEN') as open,"
                + " coalesce(sum(o.total_minor) filter (where o.paid_at is not null), 0) as revenue,"
                + " coalesce(sum(o.fee_minor) filter (where o.paid_at is not null), 0) as fees,"
                + " coalesce(sum(o.refunded_minor), 0) as refunded,"
                + " (select count(*) from encore.order_refund r join encore.ticket_order x"
                + " on x.id = r.order_id where x.event_id = ?) as refunds,"
                + " (select coalesce(sum(i.quantity) filter (where i.kind = 'SOLD'), 0)"
                + " from encore.inventory_entry i where i.event_id = ?) as bought,"
                + " (select coalesce(sum(i.quantity) filter (where i.kind in ('SOLD', 'RELEASED')), 0)"
                + " from encore.inventory_entry i where i.event_id = ?) as held"
                + " from encore.ticket_order o where o.event_id = ?",
            row ->
                new Sales(
                    row.getLong("orders"),
                    row.getLong("open"),
                    new Money(row.getLong("revenue"), currency),
                    new Money(row.getLong("fees"), currency),
                    row.getLong("refunds"),
                    new Money(row.getLong("refunded"), currency),
                    row.getLong("held"),
                    row.getLong("bought"),
                    hours(currency, zone),
                    days(currency, zone),
                    promos(currency)),
            event,
            event,
            event,
            event)
        .orElseThrow();
  }

  private List<Hour> hours(String currency, ZoneId zone) {
    LocalDateTime last = LocalDateTime.ofInstant(at, zone).truncatedTo(ChronoUnit.HOURS);
    LocalDateTime first = last.minusHours(HOURS - 1L);
    Map<LocalDateTime, Hour> sold =
        sql
            .list(
                "select date_trunc('hour', paid_at at time zone ?) as hour, count(*) as orders,"
                    + " sum(total_minor) as revenue from encore.ticket_order"
                    + " where event_id = ? and paid_at >= ? group by 1",
                row ->
                    new Hour(
                        row.getObject("hour", LocalDateTime.class),
                        row.getLong("orders"),
                        new Money(row.getLong("revenue"), currency)),
                zone.getId(),
                event,
                first.atZone(zone).toInstant())
            .stream()
            .collect(Collectors.toMap(Hour::hour, Function.identity()));
    return IntStream.range(0, HOURS)
        .mapToObj(first::plusHours)
        .map(hour -> sold.getOrDefault(hour, new Hour(hour, 0, Money.zero(currency))))
        .toList();
  }

  private List<Day> days(String currency, ZoneId zone) {
    return sql.list(
        "select (paid_at at time zone ?)::date as day, count(*) as orders,"
            + " sum(total_minor) as revenue from encore.ticket_order"
            + " where event_id = ? and paid_at is not null group by 1 order by 1",
        row ->
            new Day(
                row.getObject("day", LocalDate.class),
                row.getLong("orders"),
                new Money(row.getLong("revenue"), currency)),
        zone.getId(),
        event);
  }

  private List<Promo> promos(String currency) {
    return sql.list(
        "select code, uses, spent_minor from encore.promo_code where event_id = ? and uses > 0"
            + " order by uses desc, code limit ?",
        row ->
            new Promo(
                row.getString("code"),
                row.getLong("uses"),
                new Money(row.getLong("spent_minor"), currency)),
        event,
        MOST_CODES);
  }
}
