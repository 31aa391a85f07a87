package fan.encore.inventory;

import fan.encore.inventory.EventBook.Counts;
import fan.encore.shared.Sql;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes the inventory ledgers of all events: what moved since it last looked, each piece in one
 * transaction, on one node at a time. The longer a look takes, the longer it rests afterwards, so
 * that a large sale is written down in the quiet behind it.
 */
@Stateless
@PermitAll
public class InventorySequencer {

  /** Reservations that one look may find new. */
  private static final int AT_ONCE = 50_000;

  /** At most a twentieth of one processor. */
  private static final int REST = 20;

  private static final Duration OVERLAP = Duration.ofMinutes(10);

  private record Progress(long settled, long candidate, boolean settles, Instant refundsAt) {}

  private final Sql sql;
  private final Clock clock;
  private final InventoryHeads heads;

  @Inject
  public InventorySequencer(Sql sql, Clock clock, InventoryHeads heads) {
    this.sql = sql;
    this.clock = clock;
    this.heads = heads;
  }

  /** For the container's proxy. */
  public InventorySequencer() {
    this(null, null, null);
  }

  /**
   * Looks once; nothing while another node does or it is not time yet.
   *
   * @return how many lines were written
   */
  public int record() {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    long begin = System.nanoTime();
    long lastNumber = lastNumber();
    Progress progress =
        sql.first(
                "select settled, candidate, refunds_at,"
                    + " horizon <= pg_snapshot_xmin(pg_current_snapshot()) as settles"
                    + " from encore.inventory_progress where next_at <= ? for update skip locked",
                InventorySequencer::progress,
                now)
            .orElse(null);
    if (progress == null) {
      return 0;
    }
    long upTo = progress.settled() + AT_ONCE;
    List<Change> changes =
        sql.list(
            "select * from encore.inventory_changes(?, ?, ?)",
            Change::of,
            progress.settled(),
            upTo,
            progress.refundsAt().minus(OVERLAP));
    int lines = write(changes, now);
    settle(progress, lastNumber, upTo, now, Duration.ofNanos(REST * (System.nanoTime() - begin)));
    heads.publish(now);
    return lines;
  }

  private static Progress progress(ResultSet row) throws SQLException {
    Instant refunds = row.getString("refunds_at").equals("-infinity") ? Instant.EPOCH : null;
    return new Progress(
        row.getLong("settled"),
        row.getLong("candidate"),
        row.getBoolean("settles"),
        refunds == null ? Sql.instant(row, "refunds_at") : refunds);
  }

  private int write(List<Change> changes, Instant now) {
    Map<Long, EventBook> books = new TreeMap<>();
    InventoryShelf shelf = new InventoryShelf(sql);
    for (Change change : changes) {
      EventBook book = books.computeIfAbsent(change.eventId(), event -> shelf.open(event, now));
      if (change.isCapacity()) {
        book.capacity(change.typeId(), change.quantity());
      } else {
        book.move(
            change.typeId(),
            change.code(),
            change.quantity(),
            new int[] {change.wasHeld(), change.wasSold()},
            new int[] {change.held(), change.sold()});
      }
    }
    books.forEach(shelf::close);
    shelf.remember(changes.stream().filter(change -> !change.isCapacity()).toList());
    return books.values().stream().mapToInt(book -> book.lines().size()).sum();
  }

  /**
   * The candidate settles when those who were at work with it are over; then there is another. What
   * is paid is never forgotten here: it may have been since the look.
   */
  private void settle(Progress progress, long last, long upTo, Instant now, Duration rest) {
    long settled = progress.settles() ? Math.min(progress.candidate(), upTo) : progress.settled();
    long candidate = progress.settles() ? last : progress.candidate();
    sql.update(
        "update encore.inventory_progress set settled = ?, refunds_at = ?, next_at = ?, candidate = ?,"
            + " horizon = case when ? then pg_current_xact_id() else horizon end",
        settled,
        now,
        now.plus(rest),
        candidate,
        progress.settles());
    sql.update(
        "delete from encore.inventory_known k where k.sold = 0 and k.held = 0"
            + " and k.reservation_id <= ? and not exists (select from encore.ticket_order o"
            + " where o.reservation_id = k.reservation_id and (o.status = 'PAID'"
            + " or o.status in ('OPEN', 'LAPSED') and o.placed_at > ?))",
        settled,
        now.minus(Duration.ofDays(30)));
  }

  /**
   * To be read before this transaction has a number of its own: whoever took a reservation's number
   * up to this one had an older transaction number already (a trigger sees to it), so that all of
   * them are over when no transaction older than the horizon is at work. The upper end of a
   * snapshot would be too early a horizon: it may be older than transactions at work.
   */
  private long lastNumber() {
    return sql.number(
        "select case when is_called then last_value else 0 end"
            + " from encore.ticket_reservation_id_seq");
  }

  /** The counts of a type as the ledger has them. */
  static Counts counts(ResultSet row) throws SQLException {
    return new Counts(
        row.getLong("ticket_type_id"),
        row.getString("code"),
        row.getInt("capacity"),
        row.getInt("held"),
        row.getInt("sold"));
  }
}
