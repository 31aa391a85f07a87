/**
 * Vouchers: codes that take an amount off an order of tickets.
 *
 * <p>Promises: a voucher pays once and for its owner only, in its own currency, never more than the
 * order costs and never after its time; what it is worth beyond the order is lost, so that it can't
 * be turned into money. An order that lapses or is refunded gives its voucher back; the database
 * does that, in the transaction that ends the order.
 *
 * <p>Announces and hears nothing. Invariants: a voucher belongs to one order at most, and an order
 * uses one voucher at most.
 *
 * <p>Locks: one conditional update of the voucher's row decides who uses it.
 */
package fan.encore.promo;
