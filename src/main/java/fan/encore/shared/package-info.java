/**
 * What every feature may use and no feature owns: money, codes, slices of lists, set-based SQL,
 * idempotent calls and the root of all business errors.
 *
 * <p>Promises: no domain word and at most fifteen classes, so that nothing is put here for want of
 * a better place.
 *
 * <p>Locks: an idempotent call holds its key's row until the transaction ends; a second call with
 * the key waits for it, at most {@code lock_timeout}.
 */
package fan.encore.shared;
