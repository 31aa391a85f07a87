package fan.encore.inventory;

import static fan.encore.shared.Jsons.JSON;

import fan.encore.fairness.Canonical;
import fan.encore.fairness.Transparency;
import fan.encore.shared.Sql;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;

/** Says in the fairness log how far each ledger has come, so that nobody can write another one. */
@Stateless
@PermitAll
public class InventoryHeads {

  /** At most one head an event in this time. */
  private static final Duration APART = Duration.ofSeconds(60);

  private static final int AT_ONCE = 100;

  private record Head(
      long eventId, String slug, long places, String hash, long capacity, long held, long sold) {}

  private final Sql sql;
  private final Transparency log;

  @Inject
  public InventoryHeads(Sql sql, Transparency log) {
    this.sql = sql;
    this.log = log;
  }

  /** For the container's proxy. */
  public InventoryHeads() {
    this(null, null);
  }

  /** Publishes the heads of ledgers that have grown since their last one, in the transaction. */
  public void publish(Instant now) {
    sql.list(
            "select c.event_id, e.slug, c.places, encode(c.hash, 'hex') as hash,"
                + " sum(t.capacity) filter (where y.fare_of is null) as capacity, sum(t.held) as held, sum(t.sold) as sold"
                + " from encore.inventory_chain c join encore.live_event e on e.id = c.event_id"
                + " join encore.inventory_type t on t.event_id = c.event_id"
                + " join encore.ticket_type y on y.id = t.ticket_type_id"
                + " where c.places > c.headed and e.status <> 'DRAFT'"
                + " and (c.head_at is null or c.head_at <= ?)"
                + " group by c.event_id, e.slug order by c.event_id limit ?",
            row ->
                new Head(
                    row.getLong("event_id"),
                    row.getString("slug"),
                    row.getLong("places"),
                    row.getString("hash"),
                    row.getLong("capacity"),
                    row.getLong("held"),
                    row.getLong("sold")),
            now.minus(APART),
            AT_ONCE)
        .forEach(head -> publish(head, now));
  }

  private void publish(Head head, Instant now) {
    long leaf =
        log.append(
            "inventory-head",
            Canonical.write(
                JSON.createObjectBuilder()
                    .add("capacity", head.capacity())
                    .add("event", head.slug())
                    .add("hash", head.hash())
                    .add("held", head.held())
                    .add("lines", head.places())
                    .add("sold", head.sold())
                    .build()));
    sql.update(
        "update encore.inventory_chain set headed = ?, head = ?, head_at = ? where event_id = ?",
        head.places(),
        leaf,
        now,
        head.eventId());
  }
}
