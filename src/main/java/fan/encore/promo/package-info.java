/**
 * Vouchers: codes that take an amount off an order of tickets. Promo codes: codes of an event that
 * take something off the price of each ticket, or open hidden types.
 *
 * <p>Promises: a voucher pays once and for its owner only, in its own currency, never more than the
 * order costs and never after its time; what it is worth beyond the order is lost, so that it can't
 * be turned into money. An order that lapses or is refunded gives its voucher back; the database
 * does that, in the transaction that ends the order.
 *
 * <p>A promo code is used as often, by one person as often, and takes off as much as its organizer
 * allows, exactly: uses and spending are counted in the call that holds the tickets, under the lock
 * of the code's row, and given back in the transaction that ends the hold or pays the order back.
 *
 * <p>Announces and hears nothing. Invariants: a voucher belongs to one order at most, and an order
 * uses one voucher at most.
 *
 * <p>Locks: one conditional update of the voucher's row decides who uses it. A promo code's row is
 * locked after the stock and the quotas, never before.
 */
package fan.encore.promo;
