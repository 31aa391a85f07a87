/**
 * The door of the hall: who may go in and out, told in one round trip, or decided by the gate alone
 * while it has no network.
 *
 * <p>Promises: of all scans of a ticket that the server decides, at any number of gates and at the
 * same moment, exactly one lets in (one for each list; with re-entry, one for each time it is out).
 * A nonce that was used before gets its first answer. A gate without a network decides by a {@link
 * fan.encore.checkin.DoorBundle} and tells its scans later; none is lost, and from the same scans
 * everybody concludes the same, in whatever order they come: the earliest entry counts, ties by
 * device and nonce, the others are shown as doubles. Devices scan at one event and do nothing else.
 * Keepers scan where they are organizers or were invited to, administrators everywhere.
 *
 * <p>Announces {@code AccessEnded} for a device that is revoked. Hears nothing.
 *
 * <p>Invariants: the scans are append-only, undone ones too, and hold account and ticket numbers,
 * no names; {@code admission} is what a ticket's scans on a list come to and can be computed from
 * them again ({@code encore.fold_admission}); a unique index admits one valid entry for each visit,
 * whatever the code does.
 *
 * <p>Locks: the lock of the ticket's row decides who was first and shuts out refunds and new
 * issues; an advisory lock per nonce makes a repeated request wait for the first one; enrolling a
 * device is one conditional UPDATE. Scans of a node share a transaction ({@link
 * fan.encore.checkin.ScanDesk}, {@code check_in_many}), which waits for no lock: what somebody has
 * locked is tried alone, so that one ticket never holds up a door.
 */
package fan.encore.checkin;
