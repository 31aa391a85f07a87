/**
 * Tickets: one row per seat sold, its QR code, its printed form.
 *
 * <p>Promises: a paid order has its tickets in the very transaction that marks it paid ({@link
 * fan.encore.ticket.TicketIssue}); its document follows from the queue {@code encore.ticket-pdf},
 * is stored once as {@code ticket/<order code>.pdf}, then mailed, and an SMS tells so where a phone
 * number is known. {@link fan.encore.ticket.Tickets} shows tickets to their owner and nobody else.
 *
 * <p>A stored document is handed out only while all its tickets are what was sold: once one of them
 * was given away, renamed or cancelled, each owner gets a fresh one with her own tickets.
 *
 * <p>Hears {@code OrderPaid} and {@code OrderRefunded}, both in the transaction that announces
 * them. Announces nothing yet.
 *
 * <p>Invariants: a seat sold has one ticket, however often the fact comes (unique order line and
 * number); a QR code is sealed with Ed25519 ({@link fan.encore.ticket.TicketSeal}), so forging one
 * needs the key, which never leaves the database; checking a seal needs no lookup, being let in
 * does.
 *
 * <p>Locks: issuing only inserts; entering and cancelling are one conditional UPDATE of the
 * ticket's row each, so that they exclude one another.
 */
package fan.encore.ticket;
