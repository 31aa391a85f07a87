package fan.encore.inventory;

import fan.encore.shared.Sql;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Counts tickets anew, again and again: capacity = free + held + sold for every ticket type, quota
 * and seat, from all reservations, orders and seats as of one moment. What does not add up is an
 * alarm, once, until it adds up again.
 */
@Stateless
@PermitAll
public class InventoryProof {

  /**
   * What does not add up.
   *
   * @param subject such as {@code type:12}
   * @param detail the numbers
   */
  public record Fault(String subject, String detail) {}

  private static final int REST = 50;

  private final Sql sql;
  private final Clock clock;
  private final InventoryAlarm alarm;

  @Inject
  public InventoryProof(Sql sql, Clock clock, InventoryAlarm alarm) {
    this.sql = sql;
    this.clock = clock;
    this.alarm = alarm;
  }

  /** For the container's proxy. */
  public InventoryProof() {
    this(null, null, null);
  }

  /** Counts now. */
  public List<Fault> faults() {
    return sql.list(
        "select subject, detail from encore.inventory_faults()",
        row -> new Fault(row.getString(1), row.getString(2)));
  }

  /** Counts, raises new alarms and ends those that are over; nothing when another node does. */
  public void prove() {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    boolean mine =
        sql.first(
                "select true from encore.inventory_progress where proof_next <= ?"
                    + " for update skip locked",
                row -> row.getBoolean(1),
                now)
            .orElse(false);
    if (!mine) {
      return;
    }
    long begin = System.nanoTime();
    List<Fault> faults = faults();
    Duration rest = Duration.ofNanos(REST * (System.nanoTime() - begin));
    for (Fault fault : faults) {
      int first =
          sql.update(
              "insert into encore.inventory_alarm (subject, detail, raised_at) values (?, ?, ?)"
                  + " on conflict (subject) where over_at is null do nothing",
              fault.subject(),
              fault.detail(),
              now);
      if (first > 0) {
        alarm.tell(fault);
      }
    }
    sql.update(
        "update encore.inventory_alarm set over_at = ?"
            + " where over_at is null and subject <> all (?)",
        now,
        faults.stream().map(Fault::subject).toArray(String[]::new));
    sql.update(
        "update encore.inventory_progress set proven_at = case when ? then proven_at else ? end,"
            + " proof_next = ?",
        !faults.isEmpty(),
        now,
        now.plus(rest));
  }
}
