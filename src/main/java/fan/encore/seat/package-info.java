/**
 * Seat maps of venues, the seats of events, and who has which.
 *
 * <p>Promises: a map is drawn once for a venue and copied into each event that takes it, so that
 * later edits of the map change no event; what is imported is read into numbers and names, and no
 * drawing of others is ever kept or shown; a seat belongs to one reservation at a time.
 *
 * <p>Announces nothing. Hears {@code EventCopied}: the copy has the same seats, all of them free or
 * blocked. For the rest it hears nothing: seats follow the status of their reservation and of their
 * ticket by triggers in V026, so that no path of a program can forget them.
 *
 * <p>Invariants: the capacity of a seated type is the number of its seats that are not blocked; its
 * held and sold stock are its held and sold seats (view {@code seat_difference} is empty at every
 * commit); the partial unique index of {@code seat_hold} on event and seat is the referee.
 *
 * <p>Locks: the advisory lock of the ticket type stands before its seats; seats are locked in the
 * order of their ids. The best seats are chosen in the database under the lock of their type, so
 * that a crowd that asks for the best never chooses the same.
 */
package fan.encore.seat;
