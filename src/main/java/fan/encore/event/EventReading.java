package fan.encore.event;

import fan.encore.event.EventDetail.TypeDetail;
import fan.encore.event.Offer.OfferedType;
import fan.encore.shared.Money;
import fan.encore.shared.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The two readings of a whole event: all about it, and only what it offers. */
final class EventReading {

  private EventReading() {}

  static Optional<EventDetail> detail(Sql sql, String slug) {
    List<TypeDetail> types = types(sql, slug);
    return sql.first(
        "select e.*, a.code as artist_code, a.name as artist_name, v.code as venue_code,"
            + " v.name as venue_name, v.address, v.city, v.country, v.zone"
            + " from encore.live_event e join encore.venue v on v.id = e.venue_id"
            + " left join encore.artist a on a.id = e.artist_id where e.slug = ?",
        row -> detail(row, types),
        slug);
  }

  static Optional<Offer> offer(Sql sql, String slug) {
    List<Offer> types =
        sql.list(
            "select e.id as event_id, e.slug, e.title, e.status, e.currency, e.ends_at,"
                + " t.id, t.code, t.name, t.price_minor, t.sale_from, t.sale_until, t.max_per_order"
                + " from encore.live_event e join encore.ticket_type t on t.event_id = e.id"
                + " where e.slug = ? order by t.place",
            EventReading::offerOfOneType,
            slug);
    if (types.isEmpty()) {
      return Optional.empty();
    }
    Offer first = types.get(0);
    return Optional.of(
        new Offer(
            first.eventId(),
            first.slug(),
            first.title(),
            first.status(),
            first.currency(),
            first.endsAt(),
            types.stream().map(offer -> offer.types().get(0)).toList()));
  }

  private static Offer offerOfOneType(ResultSet row) throws SQLException {
    String currency = row.getString("currency");
    OfferedType type =
        new OfferedType(
            row.getLong("id"),
            row.getString("code"),
            row.getString("name"),
            new Money(row.getLong("price_minor"), currency),
            Sql.instant(row, "sale_from"),
            Sql.instant(row, "sale_until"),
            row.getInt("max_per_order"));
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
    return sql.list(
        "select t.*, s.capacity, s.free, s.held, s.sold, e.currency from encore.live_event e"
            + " join encore.ticket_type t on t.event_id = e.id"
            + " join encore.ticket_stock s on s.ticket_type_id = t.id"
            + " where e.slug = ? order by t.place",
        row ->
            new TypeDetail(
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
                row.getInt("sold")),
        slug);
  }

  private static EventDetail detail(ResultSet row, List<TypeDetail> types) throws SQLException {
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
        types);
  }
}
