/**
 * Finance: every night our payments and our ledger are compared with the providers' settlement
 * files, line by line, and the books are proved.
 *
 * <p>Promises: each line of a file and each payment of ours not yet in one has exactly one outcome
 * in the report of a business day ({@link fan.encore.finance.Outcome}); what cannot be read is
 * listed. The page, the PDF and the XLSX show one and the same {@link
 * fan.encore.finance.DayReport}. A second run of a day changes nothing unless the facts did.
 *
 * <p>Announces nothing, hears nothing: it reads what payment and wallet committed.
 *
 * <p>Days: a file belongs to the business day in which its UTC day begins; a payment belongs to the
 * business day in which it was made, and is due in the file of its own UTC day plus the provider's
 * delay. See {@link fan.encore.finance.BusinessDays}.
 *
 * <p>Invariants: files are fetched once and kept with their hash; their lines are append-only.
 *
 * <p>Locks: one running row of {@code job_run} per job and day (unique index), held by a lease that
 * the node renews; taking it, and taking it over from a node that is gone, is decided under a
 * transaction-level advisory lock of job and day. A run that lost its lease stops at its next item.
 */
package fan.encore.finance;
