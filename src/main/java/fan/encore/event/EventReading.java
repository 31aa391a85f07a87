package fan.encore.event;

import fan.encore.event.EventDetail.TypeDetail;
import fan.encore.event.EventExtras.EventPicture;
import fan.encore.event.Offer.OfferedType;
import fan.encore.event.TypeRules.Part;
import fan.encore.event.TypeRules.Presale;
import fan.encore.shared.Money;
import fan.encore.shared.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The two readings of a whole event: all about it, and only what it offers. */
final class EventReading {

  private EventReading() {}

  /** With all its ticket types. */
  static Optional<EventDetail> detail(Sql sql, String slug) {
    return detail(sql, slug, type -> true);
  }

  /** With the ticket types that are to be seen. */
  static Optional<EventDetail> detail(Sql sql, String slug, Predicate<TypeDetail> seen) {
    List<TypeDetail> types = types(sql, slug).stream().filter(seen).toList();
    List<EventPicture> pictures = pictures(sql, slug);
    return sql.first(
        "select e.*, n.code as series_code, n.title as series_title, a.code as artist_code, a.name as artist_name, v.code as venue_code,"
            + " v.name as venue_name, v.address, v.city, v.country, v.zone"
            + " from encore.live_event e join encore.venue v on v.id = e.venue_id"
            + " left join encore.event_series n on n.id = e.series_id"
            + " left join encore.artist a on a.id = e.artist_id where e.slug = ?",
        row -> detail(row, types, pictures),
        slug);
  }

  static Optional<Offer> offer(Sql sql, String slug) {
    Set<String> tables = new HashSet<>();
    List<Offer> types =
        sql.list(
            "select e.id as event_id, e.slug, e.title, e.currency, e.ends_at,"
                + " case when e.status = 'POSTPONED' and not e.date_open then 'PUBLISHED'"
                + " else e.status end as status, t.*, "
                + PriceRules.COLUMNS
                + " from encore.live_event e join encore.ticket_type t on t.event_id = e.id"
                + PriceRules.JOINED
                + " where e.slug = ? order by t.place",
            row -> offerOfOneType(row, tables),
            slug);
    if (types.isEmpty()) {
      return Optional.empty();
    }
    Offer first = types.get(0);
    Map<Long, List<Part>> parts =
        tables.contains("bundle") ? RuleReading.parts(sql, first.eventId()) : Map.of();
    Map<Long, List<Presale>> presales =
        tables.contains("early") ? RuleReading.presales(sql, first.eventId()) : Map.of();
    return Optional.of(
        new Offer(
            first.eventId(),
            first.slug(),
            first.title(),
            first.status(),
            first.currency(),
            first.endsAt(),
            types.stream()
                .map(offer -> offer.types().get(0))
                .map(
                    type ->
                        type.with(
                            RuleReading.with(
                                type.rules(), parts.get(type.id()), presales.get(type.id()))))
                .toList()));
  }

  private static Offer offerOfOneType(ResultSet row, Set<String> tables) throws SQLException {
    note(row, tables);
    String currency = row.getString("currency");
    OfferedType type =
        new OfferedType(
            row.getLong("id"),
            row.getString("code"),
            row.getString("name"),
            new Money(row.getLong("price_minor"), currency),
            Sql.instant(row, "sale_from"),
            Sql.instant(row, "sale_until"),
            row.getInt("max_per_order"),
            RuleReading.ofRow(row),
            row.getBoolean("seated"),
            Sql.nullableLong(row, "fare_of"),
            FeeRule.of(row),
            TaxRule.of(row));
    return new Offer(
        row.getLong("event_id"),
        row.getString("slug"),
        row.getString("title"),
        EventStatus.valueOf(row.getString("status")),
        currency,
        Sql.instant(row, "ends_at"),
        List.of(type));
  }

  private static List<TypeDetail> types(Sql sql, String slug) {
    Set<String> tables = new HashSet<>();
    List<TypeDetail> types =
        sql.list(
            "select t.*, s.capacity, s.free, s.held, s.sold, e.currency, case when s.quotas is null"
                + " then s.free else least(s.free, (select min(q.free) from encore.quota q"
                + " where q.id = any (s.quotas))) end as remaining, "
                + PriceRules.COLUMNS
                + " from encore.live_event e join encore.ticket_type t on t.event_id = e.id"
                + " join encore.ticket_stock s on s.ticket_type_id = t.id"
                + PriceRules.JOINED
                + " where e.slug = ? order by t.place",
            row -> type(row, tables),
            slug);
    if (tables.isEmpty()) {
      return types;
    }
    long eventId = sql.number("select id from encore.live_event where slug = ?", slug);
    Map<Long, List<Part>> parts = RuleReading.parts(sql, eventId);
    Map<Long, List<Presale>> presales = RuleReading.presales(sql, eventId);
    return types.stream()
        .map(
            type ->
                type.with(
                    RuleReading.with(type.rules(), parts.get(type.id()), presales.get(type.id()))))
        .toList();
  }

  private static TypeDetail type(ResultSet row, Set<String> tables) throws SQLException {
    note(row, tables);
    return new TypeDetail(
        row.getLong("id"),
        row.getString("code"),
        row.getString("name"),
        row.getString("description"),
        new Money(row.getLong("price_minor"), row.getString("currency")),
        Sql.instant(row, "sale_from"),
        Sql.instant(row, "sale_until"),
        row.getInt("max_per_order"),
        row.getInt("capacity"),
        row.getInt("free"),
        row.getInt("held"),
        row.getInt("sold"),
        row.getInt("remaining"),
        RuleReading.ofRow(row),
        FeeRule.of(row),
        TaxRule.of(row));
  }

  /** Remembers which other tables have rules of the type. */
  private static void note(ResultSet row, Set<String> tables) throws SQLException {
    for (String flag : List.of("bundle", "early")) {
      if (row.getBoolean(flag)) {
        tables.add(flag);
      }
    }
  }

  private static List<EventPicture> pictures(Sql sql, String slug) {
    return sql.list(
        "select p.id, p.file_key, p.alt from encore.live_event e"
            + " join encore.event_picture p on p.event_id = e.id where e.slug = ?"
            + " order by p.place, p.id",
        row -> new EventPicture(row.getLong(1), row.getString(2), row.getString(3)),
        slug);
  }

  private static EventDetail detail(
      ResultSet row, List<TypeDetail> types, List<EventPicture> pictures) throws SQLException {
    return new EventDetail(
        row.getLong("id"),
        row.getString("slug"),
        row.getString("title"),
        row.getString("description"),
        EventCategory.valueOf(row.getString("category")),
        EventStatus.valueOf(row.getString("status")),
        row.getString("artist_code"),
        row.getString("artist_name"),
        new VenueRow(
            row.getString("venue_code"),
            row.getString("venue_name"),
            row.getString("address"),
            row.getString("city"),
            row.getString("country"),
            row.getString("zone")),
        row.getString("zone"),
        Sql.instant(row, "doors_at"),
        Sql.instant(row, "starts_at"),
        Sql.instant(row, "ends_at"),
        row.getString("currency"),
        row.getString("picture_key"),
        row.getLong("organizer_account_id"),
        row.getInt("version"),
        types,
        extras(row, pictures));
  }

  private static EventExtras extras(ResultSet row, List<EventPicture> pictures)
      throws SQLException {
    return new EventExtras(
        Attendance.valueOf(row.getString("attendance")),
        row.getString("online_link"),
        Sql.instant(row, "online_from"),
        row.getInt("min_age"),
        row.getString("language"),
        row.getString("other_title"),
        row.getString("other_description"),
        row.getString("series_code"),
        row.getString("series_title"),
        Sql.instant(row, "postponed_at"),
        Sql.instant(row, "original_starts_at"),
        row.getBoolean("date_open"),
        Sql.instant(row, "refund_until"),
        row.getString("notice"),
        Sql.instant(row, "cancelled_at"),
        pictures);
  }
}
