/**
 * The waiting room of a hot sale: a queue in front of the tickets that is fair at its beginning and
 * costs next to nothing per waiting fan.
 *
 * <p>Promises: whoever enters before the draw has the same chance of every place, checkably: {@link
 * fan.encore.waitingroom.QueueOrder} makes the order of the committed list of entrants and a seed
 * that was committed before the room opened. Whoever comes later queues behind in the order of
 * coming. Tickets of such an event are held only with an {@link fan.encore.waitingroom.Admission},
 * which the transaction of the hold itself takes: the API has no way around the queue. Estimates
 * come from the measured flow. {@link fan.encore.waitingroom.Outflow} slows down when holds do.
 *
 * <p>Not promised: that the operator cannot shape the draw. The seed is known to the server before
 * the list is frozen, so entrants could be added until an order suits; only public entropy that
 * comes after the list (a beacon) would exclude it. The page of the proof says so.
 *
 * <p>Announces nothing. Hears nothing.
 *
 * <p>Invariants: one live place per account and event; an admission belongs to one account, one
 * event and one reservation and ends; the entrants' hash is in the log, with its place, before the
 * seed is revealed.
 *
 * <p>Locks: the row of the room is locked by whoever steps it, once a second, and skipped by all
 * others; the row of a place by the hold that uses it. Entering takes no lock but the unique index.
 * Waiting fans are answered out of {@link fan.encore.waitingroom.Board}, a copy in memory.
 */
package fan.encore.waitingroom;
