package fan.encore.order;

import fan.encore.shared.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.function.Function;

/**
 * All that the SQL function {@code hold_tickets} is told, in one round trip.
 *
 * @param code the new reservation's
 * @param edition of the event, by which the quote was made
 * @param hash of the canonical request
 * @param seats which seats are wanted
 * @param promoId the promo code's id, or null
 * @param admission the waiting room's token, or null
 * @param limited whether some type limits what one person may have
 */
record HoldCall(
    String code,
    long accountId,
    long eventId,
    long edition,
    String currency,
    String key,
    String hash,
    Instant now,
    Instant expiresAt,
    Quote quote,
    SeatChoice seats,
    Long promoId,
    String admission,
    boolean limited) {

  private static final String HOLD =
      "select o_outcome, o_code, o_hash, o_short"
          + " from encore.hold_tickets(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  /**
   * The function's answer.
   *
   * @param outcome {@code HELD}, {@code AGAIN} or why not
   * @param lacking id of the type or seat that the refusal is about, or null
   */
  record Held(String outcome, String code, String hash, Long lacking) {

    static Held of(ResultSet row) throws SQLException {
      return new Held(
          row.getString("o_outcome"),
          row.getString("o_code"),
          row.getString("o_hash"),
          Sql.nullableLong(row, "o_short"));
    }
  }

  /** Whether it concerns nothing but stock and named seats: many are made in one statement. */
  boolean plain() {
    return promoId == null
        && admission == null
        && !limited
        && !quote.bundled()
        && (seats.none() || seats.named());
  }

  /**
   * Holds the tickets; only the outcome {@code HELD} has changed anything.
   *
   * @throws SeatsNotOffered if seats are wanted where places are free
   * @throws fan.encore.seat.SeatUnknown if a type has no such seat
   * @throws fan.encore.seat.SeatsMismatch if there are not as many seats as tickets
   */
  Held make(Sql sql) {
    return sql.first(
            HOLD,
            Held::of,
            code,
            accountId,
            eventId,
            currency,
            key,
            hash,
            now,
            expiresAt,
            longs(PricedLine::ticketTypeId),
            quote.lines().stream().map(PricedLine::quantity).toArray(Integer[]::new),
            longs(line -> line.price().minor()),
            longs(line -> line.fee().minor()),
            seats.ids(sql),
            promoId,
            admission,
            limited,
            promoId == null ? null : longs(line -> line.cut().minor()),
            quote.bundled() ? longs(PricedLine::partOf) : null,
            seats.types())
        .orElseThrow();
  }

  private Long[] longs(Function<PricedLine, Long> column) {
    return quote.lines().stream().map(column).toArray(Long[]::new);
  }
}
