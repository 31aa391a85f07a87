/**
 * Tickets change hands: sent to an address, claimed by whoever has the link, renamed.
 *
 * <p>Promises: an offered ticket stays its owner's until somebody claims it; in that moment its
 * holder, its account and its code change together and the old code lets nobody in. The link of the
 * mail is signed and good for one claim; a fan whose confirmed address was written needs no link.
 * Both hear by mail of what happens. Whether and how long tickets may move is the organizer's word
 * ({@link fan.encore.transfer.TransferTerms}).
 *
 * <p>Announces and hears nothing. Invariants: a ticket is promised to one person at most (unique
 * index); its history ({@code ticket_step}) only grows and holds account numbers, no names; the
 * address that a ticket was sent to is in {@code ticket_transfer} alone.
 *
 * <p>Locks: offering and renaming lock the ticket's row, claiming the transfer's row and then the
 * ticket's by one conditional update each. A scan and a refund update the ticket's row by a
 * condition of their own, so one of them comes first and the others find it changed.
 */
package fan.encore.transfer;
