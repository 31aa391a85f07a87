package fan.encore.checkin;

import fan.encore.account.Roles;
import fan.encore.shared.Codes;
import fan.encore.shared.Sql;
import fan.encore.ticket.TicketSeal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;

/** Lets people in, once per ticket. */
@Stateless
public class CheckIn {

  private static final String SCAN =
      "select s.outcome, s.scanned_at, s.gate, s.request_hash, s.earlier_at, s.earlier_gate,"
          + " t.code, t.holder_name, case when y.seated then encore.ticket_title(t.id) else y.name end as type, e.title, e.starts_at, v.zone"
          + " from encore.check_in(?, ?, ?, ?, ?, ?, ?, ?, ?, ?) s"
          + " left join encore.ticket t on t.id = s.ticket_id"
          + " left join encore.ticket_type y on y.id = t.ticket_type_id"
          + " left join encore.live_event e on e.id = t.event_id"
          + " left join encore.venue v on v.id = e.venue_id"
          + " where s.id is not null";

  @Inject private Sql sql;
  @Inject private Clock clock;
  @Inject private TicketSeal seal;

  /** For the container. */
  public CheckIn() {}

  /** Outside the server. */
  public CheckIn(Sql sql, Clock clock, TicketSeal seal) {
    this.sql = sql;
    this.clock = clock;
    this.seal = seal;
  }

  /**
   * Checks a ticket at an event of one's own. The same nonce gets the same answer.
   *
   * @param by account of whoever holds the scanner
   * @throws EventNotYours if there is no such event among the account's own
   * @throws NonceReused if the nonce came with other content before
   */
  @RolesAllowed({Roles.ORGANIZER, Roles.ADMIN})
  public ScanResult scan(@Valid ScanTicket ticket, long by) {
    return scan(ticket, by, false);
  }

  /**
   * As {@link #scan}, at any event.
   *
   * @throws EventNotYours if there is no such event
   */
  @RolesAllowed(Roles.ADMIN)
  public ScanResult scanAtAnyEvent(@Valid ScanTicket ticket, long by) {
    return scan(ticket, by, true);
  }

  private ScanResult scan(ScanTicket ticket, long by, boolean anyEvent) {
    Shown shown = Shown.of(ticket.qr(), seal);
    String hash = Codes.sha256(ticket.event() + "\n" + ticket.gate() + "\n" + ticket.qr());
    return sql.first(
            SCAN,
            row -> result(row, hash),
            ticket.event(),
            by,
            anyEvent,
            shown.code(),
            shown.issue(),
            shown.entry(),
            ticket.gate().strip(),
            ticket.nonce(),
            hash,
            clock.instant())
        .orElseThrow(EventNotYours::new);
  }

  private static ScanResult result(ResultSet row, String hash) throws SQLException {
    if (!row.getString("request_hash").equals(hash)) {
      throw new NonceReused();
    }
    Outcome outcome = Outcome.valueOf(row.getString("outcome"));
    boolean other = outcome == Outcome.WRONG_EVENT;
    return new ScanResult(
        outcome,
        Sql.instant(row, "scanned_at"),
        row.getString("gate"),
        other ? null : row.getString("code"),
        other ? null : row.getString("holder_name"),
        other ? null : row.getString("type"),
        Sql.instant(row, "earlier_at"),
        row.getString("earlier_gate"),
        other ? row.getString("title") : null,
        other ? Sql.instant(row, "starts_at") : null,
        other ? row.getString("zone") : null);
  }
}
