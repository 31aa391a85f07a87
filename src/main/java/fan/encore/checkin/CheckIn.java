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
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Lets people in, once per ticket and list, and out again. */
@ApplicationScoped
@OnlyFor({Roles.ORGANIZER, Roles.ADMIN, Roles.GATE})
public class CheckIn {

  private static final String UNDO =
      "select "
          + ScanAnswer.COLUMNS
          + " from encore.undo_scan(?, ?, ?, ?, ?, ?, ?, ?, ?) s"
          + ScanAnswer.JOINS
          + " where s.id is not null";

  @Inject private Sql sql;
  @Inject private Clock clock;
  @Inject private TicketSeal seal;
  @Inject private ScanDesk desk;

  /** For the container. */
  public CheckIn() {}

  /** Outside the server. */
  public CheckIn(Sql sql, Clock clock, TicketSeal seal, ScanDesk desk) {
    this.sql = sql;
    this.clock = clock;
    this.seal = seal;
    this.desk = desk;
  }

  /**
   * Decides on a ticket now, in one statement with others that come at the same moment, and that is
   * its transaction. The same nonce gets the same answer.
   *
   * @throws EventNotYours if there is no such event or list where the keeper may check in
   * @throws NonceReused if the nonce came with other content before
   */
  @Transactional(Transactional.TxType.NOT_SUPPORTED)
  public ScanResult scan(@Valid ScanTicket ticket, Keeper keeper) {
    Instant now = clock.instant();
    ScanCall call = ScanCall.now(ticket, keeper, Shown.of(ticket.qr(), seal), now);
    return desk.ask(call).orElseThrow(EventNotYours::new).to(call.hash());
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
    ScanCall call = ScanCall.late(ticket, keeper, Shown.of(ticket.qr(), seal), at, late, now);
    return call.alone(sql).orElseThrow(EventNotYours::new).to(call.hash());
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
            ScanAnswer::of,
            undo.event(),
            keeper.accountId(),
            keeper.anyEvent(),
            keeper.deviceId(),
            scan,
            undo.reason().strip(),
            undo.nonce(),
            hash,
            clock.instant())
        .orElseThrow(ScanNotUndoable::new)
        .to(hash);
  }
}
