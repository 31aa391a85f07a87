package fan.encore.app;

import fan.encore.fairness.LogSequencer;
import fan.encore.inventory.InventoryProof;
import fan.encore.inventory.InventorySequencer;
import fan.encore.order.OrderBatches;
import fan.encore.order.Reservations;
import fan.encore.transfer.Resales;
import fan.encore.waitingroom.RoomClock;
import fan.encore.waitlist.WaitlistOffers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;

/** What recurs within seconds; the timetable's lines for it, by name. */
@ApplicationScoped
class Seconds {

  private static final int EXPIRED_AT_ONCE = 500;
  private static final int LISTS_AT_ONCE = 500;
  private static final int BATCH_PIECES = 20;

  @Inject private Reservations reservations;
  @Inject private OrderBatches batches;
  @Inject private LogSequencer log;
  @Inject private RoomClock rooms;
  @Inject private InventorySequencer inventory;
  @Inject private InventoryProof proof;
  @Inject private WaitlistOffers waitlists;
  @Inject private Resales resales;

  /** What to do every second. */
  Map<String, Runnable> everySecond() {
    Map<String, Runnable> lines = new LinkedHashMap<>();
    lines.put("expired reservations", () -> reservations.expireDue(EXPIRED_AT_ONCE));
    lines.put("fairness log", log::sequence);
    return lines;
  }

  /** What may come some seconds late. */
  Map<String, Runnable> everyFiveSeconds() {
    Map<String, Runnable> lines = new LinkedHashMap<>();
    lines.put("waiting lists", () -> waitlists.offerDue(LISTS_AT_ONCE));
    lines.put("inventory ledgers", inventory::record);
    lines.put("inventory proof", proof::prove);
    lines.put("order batches", this::workOnBatches);
    lines.put("offers of fans", () -> resales.expireDue(LISTS_AT_ONCE));
    return lines;
  }

  /** What was begun for all orders of an event, some hundred orders at a time. */
  private void workOnBatches() {
    int done = 1;
    for (int piece = 0; piece < BATCH_PIECES && done > 0; piece++) {
      done = batches.work();
    }
  }

  /** The second of those who wait, apart from the others. */
  void queues() {
    rooms.tick();
  }
}
