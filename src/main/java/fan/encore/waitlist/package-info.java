/**
 * Waiting lists: who comes next when a sold-out ticket type has tickets again.
 *
 * <p>Promises: offers go out in the published order, priority first and then who joined earlier. A
 * group gets one offer of all its tickets or none; while they do not fit, smaller groups behind it
 * may pass. An offer is a reservation in the fan's name like any other, held until its deadline and
 * bought in the ordinary checkout; one that is not bought goes to the next. While a list is on and
 * somebody waits, nobody else can take a ticket that came back; a ticket that a fan sells on is
 * offered first to those who wait for a single one.
 *
 * <p>Announces and hears nothing: it sees by the reservations what became of its offers.
 * Invariants: of a type that somebody waits for, no ticket is free at any commit; what is kept for
 * a list is held by a reservation of account 0, so that the stock adds up.
 *
 * <p>Locks: the row of the list, taken with SKIP LOCKED by the node that works on it; then entries;
 * then reservations; then the stock. A deferred trigger keeps what others give back, at their
 * commit and behind the same lock of the type that joining takes.
 */
package fan.encore.waitlist;
