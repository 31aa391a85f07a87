package fan.encore.ticket;

import fan.encore.order.SoldPrices;
import fan.encore.seat.HeldSeat;
import fan.encore.shared.Sql;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/** The queries that turn rows into tickets for people and for paper. */
@Dependent
class TicketReading {

  /**
   * What is on paper: one fan's tickets of an order, in the order of its lines.
   *
   * @param asSold whether the order's tickets are still what was sold: none was cancelled, renamed
   *     or given to somebody else
   */
  record Bundle(long accountId, String pictureKey, boolean asSold, List<TicketSheet> sheets) {}

  private static final String JOINED =
      " from encore.ticket t"
          + " join encore.ticket_order o on o.id = t.order_id"
          + " join encore.ticket_type y on y.id = t.ticket_type_id"
          + " join encore.live_event e on e.id = t.event_id"
          + " join encore.venue v on v.id = e.venue_id"
          + " left join encore.artist a on a.id = e.artist_id"
          + " left join encore.seat_hold held on held.reservation_id = o.reservation_id"
          + " and held.ticket_type_id = t.ticket_type_id and held.number = t.number"
          + " left join encore.seat on seat.id = held.seat_id";

  private static final String ROWS =
      "select t.code, t.key_id, t.issue, t.status, t.holder_name, t.issued_at, t.checked_in_at, o.code as order_code,"
          + " e.slug, e.title, e.doors_at, e.starts_at, e.ends_at, e.picture_key, v.name as venue, v.city, v.zone,"
          + " y.name as type, seat.label, seat.block_name, seat.row_name, seat.number as seat_number,"
          + " exists (select 1 from encore.stored_file f"
          + " where f.file_key = 'ticket/' || o.code || '.pdf') as ready"
          + JOINED;

  private final Sql sql;
  private final TicketSeal seal;

  @Inject
  TicketReading(Sql sql, TicketSeal seal) {
    this.sql = sql;
    this.seal = seal;
  }

  /** All tickets of an account, coming events first, then the past from the newest. */
  List<TicketRow> of(long accountId, Instant now, int first, int size) {
    return sql.list(
        ROWS
            + " where t.account_id = ?"
            + " order by e.ends_at < ?, abs(extract(epoch from e.starts_at - ?)), t.order_id, y.place, t.number"
            + " limit ? offset ?",
        this::row,
        accountId,
        now,
        now,
        size,
        first);
  }

  /** One ticket of an account, or empty when it is not its own. */
  Optional<TicketRow> one(long accountId, String code) {
    return sql.first(ROWS + " where t.account_id = ? and t.code = ?", this::row, accountId, code);
  }

  /** What a telephone needs to show a valid ticket's rotating code, or empty. */
  Optional<TicketSeal.Pass> pass(long accountId, String code) {
    return sql.first(
        "select t.issue, (select max(k.id) from encore.ticket_key k where k.event_id = t.event_id) as newest"
            + " from encore.ticket t where t.account_id = ? and t.code = ? and t.status = 'ISSUED'",
        row -> seal.pass(row.getInt("newest"), code, row.getInt("issue")),
        accountId,
        code);
  }

  long count(long accountId) {
    return sql.number("select count(*) from encore.ticket where account_id = ?", accountId);
  }

  /**
   * A fan's valid tickets of an order as sheets, or empty when she has none.
   *
   * @param accountId whose, or null for whoever bought them
   */
  Optional<Bundle> order(String orderCode, Long accountId) {
    record Sheet(long account, String picture, boolean asSold, TicketSheet sheet) {}
    SoldPrices prices = SoldPrices.of(sql, orderCode);
    List<Sheet> sheets =
        sql.list(
            "select t.account_id, t.code, t.ticket_type_id, t.number as ticket, t.key_id, t.issue, t.holder_name, o.code as order_code, e.slug, e.title,"
                + " e.doors_at, e.starts_at, e.picture_key, v.name as venue, v.zone,"
                + " case when strpos(v.address, v.city) > 0 then v.address else v.address || ', ' || v.city end as address, y.name as type,"
                + " seat.label, seat.block_name, seat.row_name, seat.number as seat_number,"
                + " a.name as artist, not exists (select from encore.ticket x where x.order_id = o.id and (x.issue > 1"
                + " or x.status <> 'ISSUED' or x.account_id <> o.account_id or x.holder_name <> o.holder_name)) as as_sold, row_number() over (order by y.place, y.id, t.number) as number,"
                + " count(*) over () as tickets"
                + JOINED
                + " where o.code = ? and t.account_id = coalesce(?::bigint, o.account_id) and t.status = 'ISSUED'"
                + " order by y.place, y.id, t.number",
            row ->
                new Sheet(
                    row.getLong("account_id"),
                    row.getString("picture_key"),
                    row.getBoolean("as_sold"),
                    sheet(row, prices)),
            orderCode,
            accountId);
    return sheets.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Bundle(
                sheets.get(0).account(),
                sheets.get(0).picture(),
                sheets.get(0).asSold(),
                sheets.stream().map(Sheet::sheet).toList()));
  }

  private TicketRow row(ResultSet row) throws SQLException {
    return new TicketRow(
        row.getString("code"),
        row.getInt("issue"),
        status(row),
        row.getString("order_code"),
        row.getString("slug"),
        row.getString("title"),
        Sql.instant(row, "doors_at"),
        Sql.instant(row, "starts_at"),
        Sql.instant(row, "ends_at"),
        ZoneId.of(row.getString("zone")),
        row.getString("venue"),
        row.getString("city"),
        row.getString("picture_key"),
        row.getString("type"),
        HeldSeat.of(row),
        row.getString("holder_name"),
        Sql.instant(row, "issued_at"),
        Sql.instant(row, "checked_in_at"),
        qr(row),
        row.getBoolean("ready"));
  }

  static TicketStatus status(ResultSet row) throws SQLException {
    if (!row.getString("status").equals("ISSUED")) {
      return TicketStatus.CANCELLED;
    }
    return row.getTimestamp("checked_in_at") == null ? TicketStatus.READY : TicketStatus.USED;
  }

  private TicketSheet sheet(ResultSet row, SoldPrices prices) throws SQLException {
    ZoneId zone = ZoneId.of(row.getString("zone"));
    return new TicketSheet(
        row.getString("slug"),
        row.getString("title"),
        row.getString("artist"),
        local(row, "doors_at", zone),
        local(row, "starts_at", zone),
        row.getString("venue"),
        row.getString("address"),
        row.getString("holder_name"),
        row.getString("type"),
        HeldSeat.of(row),
        prices.of(row.getLong("ticket_type_id"), row.getInt("ticket")),
        row.getString("order_code"),
        row.getString("code"),
        row.getInt("issue"),
        row.getInt("number"),
        row.getInt("tickets"),
        qr(row));
  }

  private String qr(ResultSet row) throws SQLException {
    return seal.seal(row.getInt("key_id"), row.getString("code"), row.getInt("issue"));
  }

  private static ZonedDateTime local(ResultSet row, String column, ZoneId zone)
      throws SQLException {
    Instant at = Sql.instant(row, column);
    return at == null ? null : at.atZone(zone);
  }
}
