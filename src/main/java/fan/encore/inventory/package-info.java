/**
 * Receipts instead of trust: what happened to the tickets of an event, as a chain that anybody can
 * follow, and the proof, again and again, that tickets add up.
 *
 * <p>Promises: {@link fan.encore.inventory.InventorySequencer} writes every movement (capacity,
 * held, released, sold, refunded) with the counts after it; the hash of the chain goes into the
 * fairness log, so that it cannot be told differently to different people; buyers find their own
 * lines by a code that only they know. {@link fan.encore.inventory.InventoryProof} counts every
 * type, quota and seat anew from reservations, orders and seats, and tells administrators when it
 * differs from the stock.
 *
 * <p>Announces nothing. Hears nothing: it reads what is committed, so that no sale ever waits for
 * it.
 *
 * <p>Invariants: {@code free + held + sold = capacity} at every line, held by the database; lines
 * are never changed; places have no gap. A count below zero would be written as it is, for
 * everybody to see.
 *
 * <p>Locks: one sequencer per cluster by the lock of its progress row, which others skip.
 *
 * <p>Ticket types that are sold on the same seats each have all of them as their capacity. The
 * ledger writes each type's own counts; whoever checks adds up what such types have sold.
 */
package fan.encore.inventory;
