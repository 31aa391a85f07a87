/**
 * The door of the hall: who may go in, told in one round trip.
 *
 * <p>Promises: of all scans of a ticket, at any number of gates and at the same moment, exactly one
 * is VALID. A nonce that was used before gets its first answer, so a gate that heard nothing may
 * ask again. An organizer scans and counts at her own events only; an administrator at all.
 *
 * <p>Announces and hears nothing yet.
 *
 * <p>Invariants: the scans are append-only and hold account numbers and ticket numbers, no names; a
 * ticket is marked as used by the function {@code encore.check_in} and nowhere else; a unique index
 * admits one VALID scan per ticket, whatever the code does.
 *
 * <p>Locks: the conditional UPDATE of the ticket's row decides who was first; an advisory lock per
 * nonce makes a repeated request wait for the first one.
 */
package fan.encore.checkin;
