package fan.encore.checkin;

import fan.encore.shared.Codes;
import fan.encore.shared.Sql;
import java.time.Instant;
import java.util.Optional;

/**
 * A scan, ready to be asked.
 *
 * @param hash of what was asked, to know a nonce that comes again with something else
 * @param at when it was made
 * @param deviceAt when the device says that it was, or null when the server decides now
 * @param admitted what a gate decided alone, or null when the server decides now
 */
record ScanCall(
    ScanTicket ticket,
    Keeper keeper,
    Shown shown,
    String hash,
    Instant at,
    Instant deviceAt,
    Instant now,
    Boolean admitted) {

  private static final String MAIN = "main";

  private static final String ALONE =
      "select "
          + ScanAnswer.COLUMNS
          + " from encore.check_in(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) s"
          + ScanAnswer.JOINS
          + " where s.id is not null";

  /** One that is made and decided at this moment. */
  static ScanCall now(ScanTicket ticket, Keeper keeper, Shown shown, Instant now) {
    return new ScanCall(ticket, keeper, shown, hash(ticket), now, null, now, null);
  }

  /** One that a gate decided alone. */
  static ScanCall late(
      ScanTicket ticket, Keeper keeper, Shown shown, Instant at, LateScan late, Instant now) {
    return new ScanCall(ticket, keeper, shown, hash(ticket), at, late.at(), now, late.admitted());
  }

  String list() {
    return list(ticket);
  }

  Direction direction() {
    return direction(ticket);
  }

  private static String list(ScanTicket ticket) {
    return ticket.list() == null ? MAIN : ticket.list();
  }

  private static Direction direction(ScanTicket ticket) {
    return ticket.direction() == Direction.EXIT ? Direction.EXIT : Direction.ENTRY;
  }

  private static String hash(ScanTicket ticket) {
    return Codes.sha256(
        String.join(
            "\n",
            ticket.event(),
            ticket.gate(),
            ticket.qr(),
            list(ticket),
            direction(ticket).name()));
  }

  /**
   * In a statement of its own, which is its transaction; waits for whoever has the ticket locked.
   *
   * @return empty if there is no such event or list where the keeper may check in
   */
  Optional<ScanAnswer> alone(Sql sql) {
    return sql.first(
        ALONE,
        ScanAnswer::of,
        ticket.event(),
        keeper.accountId(),
        keeper.anyEvent(),
        keeper.deviceId(),
        list(),
        direction(),
        shown.code(),
        shown.issue(),
        shown.window(),
        shown.entry(),
        ticket.gate().strip(),
        ticket.nonce(),
        hash,
        at,
        deviceAt,
        now,
        admitted);
  }
}
