package fan.encore.seat;

import fan.encore.event.Offer;
import fan.encore.event.Offer.OfferedType;
import fan.encore.event.TicketOffers;
import fan.encore.seat.SeatPlanJson.Sold;
import fan.encore.shared.Codes;
import fan.encore.shared.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.BitSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * What fans' maps show, kept in memory for a moment: however many ask, the database answers once a
 * second for each event and node. Nothing is decided by it; the hold is.
 */
@ApplicationScoped
public class SeatPlans {

  private static final long PLAN_NANOS = 5_000_000_000L;
  private static final long TAKEN_NANOS = 1_000_000_000L;
  private static final int MOST_KEPT = 2_000;

  /**
   * Bytes and what tells them apart from older ones.
   *
   * @param tag changes with the bytes
   */
  public record Snapshot(String tag, byte[] bytes) {}

  private record Kept(Snapshot snapshot, long until) {}

  private final ConcurrentHashMap<String, Kept> plans = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<String, Kept> taken = new ConcurrentHashMap<>();

  @Inject private Sql sql;
  @Inject private TicketOffers offers;
  @Inject private Clock clock;

  /**
   * The map of an event with its prices, as JSON.
   *
   * @throws fan.encore.event.EventNotFound if there is no such event that fans may see
   * @throws NotSeated if it has no seats
   */
  public Snapshot plan(String slug) {
    return kept(plans, slug, PLAN_NANOS, () -> snapshot(drawn(offers.of(slug))));
  }

  /** Whether an event is sold by a map. */
  public boolean seated(String slug) {
    return sql.number(
            "select count(*) from encore.event_seating s join encore.live_event e on e.id = s.event_id"
                + " where e.slug = ?",
            slug)
        > 0;
  }

  /**
   * Which seats cannot be had, as JSON with one bit a seat in the order of the plan.
   *
   * @throws fan.encore.event.EventNotFound if there is no such event that fans may see
   * @throws NotSeated if it has no seats
   */
  public Snapshot taken(String slug) {
    return kept(taken, slug, TAKEN_NANOS, () -> bits(offers.of(slug).eventId()));
  }

  private String drawn(Offer offer) {
    return sql.first(
            "select document::text from encore.event_seating where event_id = ?",
            row ->
                SeatPlanJson.write(
                    offer.slug(),
                    offer.title(),
                    offer.types().stream().map(this::sold).toList(),
                    SeatMapReader.read(row.getString(1)),
                    SeatingReading.of(sql, offer.eventId()).orElseThrow()),
            offer.eventId())
        .orElseThrow(NotSeated::new);
  }

  private Sold sold(OfferedType type) {
    Instant now = clock.instant();
    boolean onSale =
        !type.rules().hidden()
            && now.isBefore(type.saleUntil())
            && (!now.isBefore(type.saleFrom()) || !type.rules().presales().isEmpty());
    return new Sold(type.code(), type.name(), type.price(), type.maxPerOrder(), onSale);
  }

  private Snapshot bits(long eventId) {
    int seats =
        sql.first(
                "select seats from encore.event_seating where event_id = ?",
                row -> row.getInt(1),
                eventId)
            .orElseThrow(NotSeated::new);
    BitSet gone = new BitSet(seats);
    sql.list(
        "select place from encore.seat where event_id = ? and not (free and not blocked)",
        row -> {
          gone.set(row.getInt(1));
          return null;
        },
        eventId);
    String taken = Base64.getEncoder().encodeToString(gone.toByteArray());
    return snapshot(
        "{\"seats\":%d,\"free\":%d,\"taken\":\"%s\"}"
            .formatted(seats, seats - gone.cardinality(), taken));
  }

  private static Snapshot snapshot(String json) {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    return new Snapshot(Codes.sha256(bytes).substring(0, 20), bytes);
  }

  private static Snapshot kept(
      ConcurrentHashMap<String, Kept> keeper, String slug, long nanos, Supplier<Snapshot> maker) {
    if (keeper.size() > MOST_KEPT) {
      keeper.clear();
    }
    return keeper
        .compute(
            slug,
            (key, old) ->
                old != null && System.nanoTime() - old.until() < 0
                    ? old
                    : new Kept(maker.get(), System.nanoTime() + nanos))
        .snapshot();
  }
}
