/**
 * The shop for diamonds: packs with their real prices, and orders of them.
 *
 * <p>Promises: an order is placed once per key and paid through {@link
 * fan.encore.payment.Payments}. Paid diamonds and the free bonus are booked apart (FSA guideline
 * I-2-1(3)).
 *
 * <p>Hears {@link fan.encore.payment.PaymentCaptured} of purpose DIAMONDS: in one ledger
 * transaction the payment's suspense becomes revenue and the diamonds are issued. Hears {@code
 * PaymentClosed} and {@code PaymentRefunded}: what is left of the purchase's lots is taken back,
 * what was spent is owed and locks the wallet ({@link fan.encore.wallet.Debts}). Announces nothing.
 *
 * <p>Invariants: one delivery per captured payment; an order remembers what was promised when it
 * was placed.
 *
 * <p>Locks: the order's row, after the payment's and before the ledger's.
 */
package fan.encore.shop;
