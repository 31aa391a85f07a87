/**
 * Seat maps of venues, the seats of events, and who has which.
 *
 * <p>Promises: a map is drawn once for a venue and copied into each event that takes it, so that
 * later edits of the map change no event; what is imported is read into numbers and names, and no
 * drawing of others is ever kept or shown; a seat belongs to one reservation at a time. A category
 * is sold as one leading type and as any number of fares besides, such as for children: they share
 * its seats, each fan says as what she buys each seat, and seats that are chosen for several of
 * them are next to each other.
 *
 * <p>Announces nothing. Hears {@code EventCopied}: the copy has the same seats, all of them free or
 * blocked. For the rest it hears nothing: seats follow the status of their reservation and of their
 * ticket by triggers in V026, so that no path of a program can forget them.
 *
 * <p>Invariants: the capacity of a seated type is the number of seats that it is sold on and that
 * are not blocked; its held and sold stock are the seats held and sold as this type (view {@code
 * seat_difference} is empty at every commit); the partial unique index of {@code seat_hold} on
 * event and seat is the referee. A seat names its leading type ({@code seat.ticket_type_id}), who
 * has it names the type that was bought ({@code seat_hold.ticket_type_id}); a quota of the leading
 * type's seats ({@code quota.leading_type_id}) sees to it that all its types together have no more.
 *
 * <p>Locks: the advisory lock of the leading ticket type stands before its seats, whatever they are
 * bought as ({@code lock_tickets} knows); seats are locked in the order of their ids. The best
 * seats are chosen in the database under that lock, so that a crowd that asks for the best never
 * chooses the same.
 */
package fan.encore.seat;
