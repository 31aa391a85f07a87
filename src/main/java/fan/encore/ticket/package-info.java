/**
 * Tickets: one row per seat sold, its QR code, its printed form.
 *
 * <p>Promises: a paid order has its tickets in the very transaction that marks it paid ({@link
 * fan.encore.ticket.TicketIssue}); its document follows from the queue {@code encore.ticket-pdf},
 * is stored once as {@code ticket/<order code>.pdf} together with the one mail that confirms the
 * order and brings it, and an SMS tells so where a phone number is known. {@link
 * fan.encore.ticket.Tickets} shows tickets to their owner and nobody else.
 *
 * <p>A stored document is handed out only while all its tickets are what was sold: once one of them
 * was given away, renamed or cancelled, each owner gets a fresh one with her own tickets.
 *
 * <p>Hears {@code OrderPaid} and {@code OrderRefunded}, both in the transaction that announces
 * them. Announces nothing yet.
 *
 * <p>Invariants: a seat sold has one ticket, however often the fact comes (unique order line and
 * number); a QR code is sealed with Ed25519 ({@link fan.encore.ticket.TicketSeal}) and the newest
 * key of its event, so forging one needs that key, which never leaves the server; checking a seal
 * needs no lookup, being let in does. The columns that say which codes live: {@code key_id} is the
 * key that sealed the printed code, {@code issue} counts codes, {@code status} ends them. Whoever
 * replaces a ticket's code (a transfer, a resale, another name) raises {@code issue} in the UPDATE
 * that changes {@code account_id} and {@code holder_name}, and nothing more: the rotating secret is
 * derived from the event's key, the code and the issue ({@code RotatingSecret}), so a new issue has
 * a new secret, and a trigger tells the gates through {@code ticket_change}.
 *
 * <p>Locks: issuing only inserts; entering, cancelling and replacing the code each lock the
 * ticket's row, so that they exclude one another. A ticket whose holder is in has {@code
 * checked_in_at}.
 */
package fan.encore.ticket;
