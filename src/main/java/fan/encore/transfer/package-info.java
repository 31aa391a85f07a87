/**
 * Tickets change hands: sent to an address, claimed by whoever has the link, renamed, sold on.
 *
 * <p>Promises: an offered ticket stays its owner's until somebody claims it; in that moment its
 * holder, its account and its code change together and the old code lets nobody in. The link of the
 * mail is signed and good for one claim; a fan whose confirmed address was written needs no link.
 * Both hear by mail of what happens. Whether and how long tickets may move is the organizer's word
 * ({@link fan.encore.transfer.TransferTerms}).
 *
 * <p>A ticket is sold on for what was paid for it at most, service fee included, and the buyer pays
 * nothing on top. It is the seller's and lets her in until the buyer's payment is captured; in that
 * transaction her ticket ends, her money goes back the way it came less what the organizer keeps,
 * and the buyer has a ticket with a code of its own ({@link fan.encore.transfer.ResaleSettlement}).
 * Fans who wait for a single ticket of the type come first. A scan that lets the seller in, a
 * refund and the organizer's word end an offer; whoever was paying gets her money back.
 *
 * <p>Announces nothing; hears {@code ResaleDue} and {@code EventCopied}: a copy has the terms of
 * its event. Invariants: a ticket is promised to one person at most (unique indexes) and sold on
 * once; a place that is sold on is sold all the time, so that the stock never moves, and the
 * buyer's reservation holds nothing of it; its history ({@code ticket_step}) only grows and holds
 * account numbers, no names; the address that a ticket was sent to is in {@code ticket_transfer}
 * alone.
 *
 * <p>Locks: offering and renaming lock the ticket's row, claiming the transfer's row and then the
 * ticket's by one conditional update each. A scan and a refund update the ticket's row by a
 * condition of their own, so one of them comes first and the others find it changed. Selling on
 * locks the payment and reservation of the buyer, then the seller's, the ticket, the offer.
 */
package fan.encore.transfer;
