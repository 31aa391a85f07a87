package fan.encore.transfer;

import fan.encore.shared.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** The readings of transfers and of tickets that may move. */
final class TransferReading {

  /** Both sides of a transfer, for those who tell them. */
  record Sides(TransferRow row, long from, String email, Long to, String senderName) {}

  private static final String TICKET =
      "select t.id, t.code, o.code as order_code, t.holder_name, t.event_id, e.slug, e.title, e.starts_at, v.zone,"
          + " v.name || ', ' || v.city as venue, y.name as type, e.status = 'PUBLISHED' as published,"
          + " t.status = 'ISSUED' and t.checked_in_at is null as usable,"
          + " coalesce(m.transfers_allowed, true) as transfers_allowed,"
          + " coalesce(m.renames_allowed, true) as renames_allowed,"
          + " least(coalesce(m.closes_at, e.starts_at), e.ends_at) as closes_at"
          + " from encore.ticket t join encore.ticket_order o on o.id = t.order_id"
          + " join encore.ticket_type y on y.id = t.ticket_type_id"
          + " join encore.live_event e on e.id = t.event_id join encore.venue v on v.id = e.venue_id"
          + " left join encore.transfer_terms m on m.event_id = e.id where t.code = ?";

  private static final String TRANSFER =
      "select f.*, f.from_account_id = ? as mine, t.code as ticket, e.slug, e.title, e.starts_at, v.zone,"
          + " v.name || ', ' || v.city as venue, y.name as type, s.display_name as sender"
          + " from encore.ticket_transfer f join encore.ticket t on t.id = f.ticket_id"
          + " join encore.ticket_type y on y.id = t.ticket_type_id"
          + " join encore.live_event e on e.id = t.event_id join encore.venue v on v.id = e.venue_id"
          + " join encore.account s on s.id = f.from_account_id ";

  private TransferReading() {}

  /** A ticket with its history, if it is the account's. */
  static Optional<MovableTicket> ticket(Sql sql, long accountId, String code) {
    List<TicketStep> steps =
        sql.list(
            "select s.kind, s.actor_account_id = ? as mine, s.issue, s.at from encore.ticket_step s"
                + " join encore.ticket t on t.id = s.ticket_id where t.code = ? order by s.id",
            row ->
                new TicketStep(
                    row.getString("kind"),
                    row.getBoolean("mine"),
                    row.getInt("issue"),
                    Sql.instant(row, "at")),
            accountId,
            code);
    return sql.first(TICKET + " and t.account_id = ?", row -> ticket(row, steps), code, accountId);
  }

  /** The account's transfers in both directions, the latest first. */
  static List<TransferRow> of(Sql sql, long accountId) {
    return sql.list(
        TRANSFER
            + "where f.from_account_id = ? or f.to_account_id = ? or f.status = 'PENDING'"
            + " and f.to_email = (select lower(email) from encore.account where id = ?)"
            + " order by f.id desc limit 200",
        TransferReading::row,
        accountId,
        accountId,
        accountId,
        accountId);
  }

  /** The transfers of one ticket that the account sent, the latest first. */
  static List<TransferRow> ofTicket(Sql sql, long accountId, String ticket) {
    return sql.list(
        TRANSFER + "where t.code = ? and f.from_account_id = ? order by f.id desc limit 50",
        TransferReading::row,
        accountId,
        ticket,
        accountId);
  }

  static Optional<Sides> transfer(Sql sql, long readerId, String code) {
    return sql.first(
        TRANSFER + "where f.code = ?",
        row ->
            new Sides(
                row(row),
                row.getLong("from_account_id"),
                row.getString("to_email"),
                Sql.nullableLong(row, "to_account_id"),
                row.getString("sender")),
        readerId,
        code);
  }

  private static TransferRow row(ResultSet row) throws SQLException {
    boolean mine = row.getBoolean("mine");
    return new TransferRow(
        row.getString("code"),
        row.getString("ticket"),
        row.getString("slug"),
        row.getString("title"),
        Sql.instant(row, "starts_at"),
        ZoneId.of(row.getString("zone")),
        row.getString("venue"),
        row.getString("type"),
        mine,
        row.getString(mine ? "to_email" : "sender"),
        TransferStatus.valueOf(row.getString("status")),
        Sql.instant(row, "offered_at"),
        Sql.instant(row, "expires_at"),
        Sql.instant(row, "ended_at"));
  }

  private static MovableTicket ticket(ResultSet row, List<TicketStep> steps) throws SQLException {
    return new MovableTicket(
        row.getLong("id"),
        row.getLong("event_id"),
        row.getString("code"),
        row.getString("order_code"),
        row.getString("slug"),
        row.getString("title"),
        Sql.instant(row, "starts_at"),
        ZoneId.of(row.getString("zone")),
        row.getString("venue"),
        row.getString("type"),
        row.getString("holder_name"),
        row.getBoolean("published"),
        row.getBoolean("usable"),
        new TransferTerms(
            row.getBoolean("transfers_allowed"),
            row.getBoolean("renames_allowed"),
            Sql.instant(row, "closes_at")),
        steps);
  }
}
