package fan.encore.waitingroom;

import fan.encore.fairness.SeedStream;
import fan.encore.fairness.Transparency;
import fan.encore.local.PlainTransactions;
import fan.encore.shared.Sql;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/** A waiting room and the tickets behind it, over one database and a clock that tests may move. */
final class Foyer implements AutoCloseable {

  static final Instant OPENS = Instant.parse("2026-11-21T03:00:00Z");
  static final Instant DRAW = OPENS.plus(Duration.ofMinutes(30));
  static final byte[] SEED = new byte[SeedStream.SEED_BYTES];
  static final RoomKey KEY = RoomKey.of("a secret of some room".getBytes());

  private static final AtomicLong NEXT = new AtomicLong();

  final PlainTransactions transactions;
  final Sql sql;
  final Clock clock = ((InstantSource) () -> this.now).withZone(ZoneOffset.UTC);
  final RoomSteps steps;
  final Queue queue;
  final HoldPulse pulse;

  private volatile Instant now = OPENS;

  Foyer(DataSource app, int connections) throws SQLException {
    transactions = new PlainTransactions(app, connections);
    sql = new Sql(transactions.dataSource());
    steps = node();
    queue = new Queue(sql, clock);
    pulse = new HoldPulse(sql);
  }

  /** What another server of the cluster, or the same one after a restart, steps rooms with. */
  RoomSteps node() {
    return new RoomSteps(sql, clock, new Transparency(sql));
  }

  Board board() throws Exception {
    Board board = new Board(sql, clock, new Random(7));
    transactions.run(board::refresh);
    return board;
  }

  void is(Instant moment) {
    now = moment;
  }

  Instant now() {
    return now;
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  /** An event with so many tickets of one type and a room in front of it. */
  Hall hall(int capacity, int least, int most) throws Exception {
    String slug = "room-" + NEXT.incrementAndGet();
    return transactions.call(() -> insert(slug, capacity, least, most));
  }

  /** What a test needs to know of it. */
  record Hall(String slug, long event, long type) {}

  private Hall insert(String slug, int capacity, int least, int most) {
    long venue =
        sql.insert(
            "insert into encore.venue (code, name, address, city, country, zone,"
                + " organizer_account_id, version) values (?, 'Hall', 'Street 1', 'Tokyo', 'JP',"
                + " 'Asia/Tokyo', 1, 1) returning id",
            slug);
    long event =
        sql.insert(
            "insert into encore.live_event (slug, title, description, category, venue_id,"
                + " organizer_account_id, status, currency, starts_at, ends_at, created_at,"
                + " published_at, version, waiting_room) values (?, 'A night', 'Songs', 'CONCERT',"
                + " ?, 1, 'PUBLISHED', 'JPY', ?, ?, ?, ?, 1, true) returning id",
            slug,
            venue,
            OPENS.plus(Duration.ofDays(30)),
            OPENS.plus(Duration.ofDays(31)),
            OPENS,
            OPENS);
    long type =
        sql.insert(
            "with type as (insert into encore.ticket_type (event_id, code, name, description,"
                + " price_minor, sale_from, sale_until, max_per_order, place, version)"
                + " values (?, 'standing', 'Standing', '', 0, ?, ?, 10, 1, 1) returning id)"
                + " insert into encore.ticket_stock (ticket_type_id, capacity, free)"
                + " select id, ?, ? from type returning ticket_type_id",
            event,
            DRAW,
            OPENS.plus(Duration.ofDays(30)),
            capacity,
            capacity);
    sql.update(
        "insert into encore.waiting_room (event_id, opens_at, draw_at, least_per_minute,"
            + " most_per_minute, admission_minutes, per_minute, flow_per_minute, stepped_at,"
            + " commitment, seed, inner_key, outer_key, opened_leaf)"
            + " values (?, ?, ?, ?, ?, 10, ?, ?, ?, ?, ?, ?, ?, 0)",
        event,
        OPENS,
        DRAW,
        least,
        most,
        (float) least,
        (float) least,
        OPENS,
        SeedStream.commitment(SEED),
        SEED,
        KEY.inner(),
        KEY.outer());
    return new Hall(slug, event, type);
  }

  Standing enter(Hall hall, long account) throws Exception {
    return transactions.call(
        () -> queue.enter(account, new EnterQueue(hall.slug(), "luck" + account)));
  }

  Standing standing(Hall hall, long account) throws Exception {
    return transactions.call(() -> queue.standing(account, hall.slug()).orElseThrow());
  }

  void step(Hall hall) throws Exception {
    transactions.run(() -> steps.step(hall.event()));
  }

  /** Commits the entrants, gives their leaf its place, draws. */
  void draw(Hall hall) throws Exception {
    is(DRAW.plus(RoomSteps.GRACE));
    step(hall);
    sequence();
    step(hall);
  }

  void sequence() throws Exception {
    transactions.run(
        () -> sql.list("select log_index from encore.sequence_leaves(1000)", row -> row));
  }

  /** Draws, and steps until this account is called. */
  Admission admitted(Hall hall, long account) throws Exception {
    enter(hall, account);
    draw(hall);
    for (int second = 0; second < 120 && standing(hall, account).admission() == null; second++) {
      pass(Duration.ofSeconds(1));
      step(hall);
    }
    return standing(hall, account).admission();
  }

  /** One ticket, by the very function that every hold goes through. */
  String hold(Hall hall, long account, String admission, Instant clockOfTheNode) throws Exception {
    long attempt = NEXT.incrementAndGet();
    return transactions.call(
        () ->
            sql.first(
                    "select o_outcome from encore.hold_tickets(?, ?, ?, 'JPY', ?, 'hash', ?, ?,"
                        + " ?, ?, ?, ?, p_admission => ?)",
                    row -> row.getString(1),
                    "R-" + attempt,
                    account,
                    hall.event(),
                    "key-" + attempt,
                    clockOfTheNode,
                    clockOfTheNode.plus(Duration.ofMinutes(10)),
                    new Long[] {hall.type()},
                    new Integer[] {1},
                    new Long[] {0L},
                    new Long[] {0L},
                    admission)
                .orElseThrow());
  }

  long number(String question, Object... parameters) throws Exception {
    return transactions.call(() -> sql.number(question, parameters));
  }

  @Override
  public void close() throws SQLException {
    transactions.close();
  }
}
