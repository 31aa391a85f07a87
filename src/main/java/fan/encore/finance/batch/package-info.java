/**
 * The steps of {@code nightly-reconciliation} as the batch runtime calls them: each is a few lines
 * around one call of the core, made as SYSTEM, whoever started the run.
 *
 * <p>Promises: readers read on by number, so a checkpoint is a number; processors are pure; writers
 * may write the same again. What the core commits is committed before the checkpoint that counts
 * it, so a run that is killed repeats at most one chunk.
 *
 * <p>Invariants: every call renews the run's lease first; a run that lost it stops there.
 */
package fan.encore.finance.batch;
