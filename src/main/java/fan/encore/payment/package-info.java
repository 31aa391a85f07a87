/**
 * Payments: asking a provider for money and acting on verified facts only.
 *
 * <p>Promises: {@link fan.encore.payment.Payments#begin} commits the intent, calls the provider and
 * commits its answer. A payment changes only by a signed webhook or by a status that we fetched,
 * however often and in whatever order they come. A capture commits first and alone: inbox row,
 * status, ledger (clearing against a suspense account of the payment, fees against clearing).
 *
 * <p>Announces, in a second transaction that is retried with back-off until its observers do not
 * throw: {@link fan.encore.payment.PaymentCaptured} (the observer moves the suspense to where it
 * belongs), {@link fan.encore.payment.PaymentClosed}, {@link fan.encore.payment.PaymentRefunded},
 * of which the payer hears by mail. Hears nothing from others.
 *
 * <p>Invariants: facts that contradict our row never move money (state MISMATCH and an alarm in the
 * audit trail); one open payment per subject; refunds of a payment never add up to more than it
 * (the payment's row counts them, a check is the referee); no network call inside a transaction.
 *
 * <p>Locks: the payment's row, before the ledger's balances. Who brings news waits for it; workers
 * take rows with SKIP LOCKED.
 */
package fan.encore.payment;
