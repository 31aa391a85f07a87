package fan.encore.checkin;

import fan.encore.account.Roles;
import fan.encore.audit.Audited;
import fan.encore.security.OnlyFor;
import fan.encore.shared.Codes;
import fan.encore.shared.Sql;
import fan.encore.ticket.TicketSeal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Lets people in, once per ticket and list, and out again. */
@ApplicationScoped
@OnlyFor({Roles.ORGANIZER, Roles.ADMIN, Roles.GATE})
public class CheckIn {

  private static final String MAIN = "main";

  private static final String ANSWER =
      "select s.id, s.outcome, s.direction, s.admitted, s.scanned_at, s.gate, s.request_hash, s.earlier_at,"
          + " s.earlier_gate, l.code as list, t.code, t.holder_name, case when y.seated then encore.ticket_title(t.id) else y.name end as type, e.title, e.starts_at, v.zone"
          + " from %s s"
          + " left join encore.check_in_list l on l.id = s.list_id"
          + " left join encore.ticket t on t.id = s.ticket_id"
          + " left join encore.ticket_type y on y.id = t.ticket_type_id"
          + " left join encore.live_event e on e.id = t.event_id"
          + " left join encore.venue v on v.id = e.venue_id"
          + " where s.id is not null";
  private static final String SCAN =
      ANSWER.formatted("encore.check_in(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  private static final String UNDO =
      ANSWER.formatted("encore.undo_scan(?, ?, ?, ?, ?, ?, ?, ?, ?)");

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
   * Decides on a ticket now, in one statement that is its transaction. The same nonce gets the same
   * answer.
   *
   * @throws EventNotYours if there is no such event or list where the keeper may check in
   * @throws NonceReused if the nonce came with other content before
   */
  @Transactional(Transactional.TxType.NOT_SUPPORTED)
  public ScanResult scan(@Valid ScanTicket ticket, Keeper keeper) {
    Instant now = clock.instant();
    return scan(ticket, keeper, new Time(now, null, now), null);
  }

  /**
   * Takes down what a gate decided alone. Nobody who went in is thrown out by it: two gates that
   * let in the same ticket are told so, and the earlier entry counts (ties by device and nonce),
   * whichever is told first.
   *
   * @param skew how far the device's clock is behind ours
   * @throws EventNotYours if there is no such event or list where the keeper may check in
   * @throws NonceReused if the nonce came with other content before
   */
  @Transactional(Transactional.TxType.NOT_SUPPORTED)
  public ScanResult take(String event, Duration skew, @Valid LateScan late, Keeper keeper) {
    Instant now = clock.instant();
    Instant corrected = late.at().plus(skew);
    Instant at = corrected.isAfter(now) ? now : corrected;
    ScanTicket ticket =
        new ScanTicket(late.qr(), late.gate(), late.nonce(), event, late.list(), late.direction());
    return scan(ticket, keeper, new Time(at, late.at(), now), late.admitted());
  }

  /**
   * Takes a scan back that was a mistake; the same nonce gets the same answer.
   *
   * @throws ScanNotUndoable if there is no such scan here, or nothing to take back
   */
  @Audited("checkin.undo")
  @Transactional
  public ScanResult undo(@Audited.Subject long scan, @Valid UndoScan undo, Keeper keeper) {
    String hash = Codes.sha256(undo.event() + "\nundo\n" + scan + "\n" + undo.reason());
    return sql.first(
            UNDO,
            row -> result(row, hash),
            undo.event(),
            keeper.accountId(),
            keeper.anyEvent(),
            keeper.deviceId(),
            scan,
            undo.reason().strip(),
            undo.nonce(),
            hash,
            clock.instant())
        .orElseThrow(ScanNotUndoable::new);
  }

  /** When a scan was made, when the device says it was, and now. */
  private record Time(Instant at, Instant deviceAt, Instant now) {}

  private ScanResult scan(ScanTicket ticket, Keeper keeper, Time time, Boolean admitted) {
    Shown shown = Shown.of(ticket.qr(), seal);
    String list = Optional.ofNullable(ticket.list()).orElse(MAIN);
    Direction direction = ticket.direction() == Direction.EXIT ? Direction.EXIT : Direction.ENTRY;
    String hash =
        Codes.sha256(
            String.join("\n", ticket.event(), ticket.gate(), ticket.qr(), list, direction.name()));
    return sql.first(
            SCAN,
            row -> result(row, hash),
            ticket.event(),
            keeper.accountId(),
            keeper.anyEvent(),
            keeper.deviceId(),
            list,
            direction,
            shown.code(),
            shown.issue(),
            shown.window(),
            shown.entry(),
            ticket.gate().strip(),
            ticket.nonce(),
            hash,
            time.at(),
            time.deviceAt(),
            time.now(),
            admitted)
        .orElseThrow(EventNotYours::new);
  }

  private static ScanResult result(ResultSet row, String hash) throws SQLException {
    if (!row.getString("request_hash").equals(hash)) {
      throw new NonceReused();
    }
    Outcome outcome = Outcome.valueOf(row.getString("outcome"));
    boolean other = outcome == Outcome.WRONG_EVENT;
    return new ScanResult(
        row.getLong("id"),
        outcome,
        Direction.valueOf(row.getString("direction")),
        row.getString("list"),
        row.getBoolean("admitted"),
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
