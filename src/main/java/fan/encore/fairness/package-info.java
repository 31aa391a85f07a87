/**
 * Where luck comes from and how anybody can check it. This package knows no banner and no prize,
 * only seeds, whole numbers, texts and hashes.
 *
 * <p>Promises: {@link fan.encore.fairness.SeedStream} makes unbiased choices out of a committed
 * server seed, the fan's seed and a number, by rejection and never by a bare remainder; {@link
 * fan.encore.fairness.AliasTable} chooses exactly in proportion to whole-number weights; {@link
 * fan.encore.fairness.Canonical} gives equal values equal bytes. What they do is named by version
 * and never changes under the same name. {@link fan.encore.fairness.Transparency} is one
 * append-only Merkle log of RFC 6962 over what others append in their own transactions; {@link
 * fan.encore.fairness.LogSequencer} gives committed leaves their places and signs checkpoints of
 * C2SP {@code tlog-checkpoint} with the keys of {@link fan.encore.fairness.LogKeys}.
 *
 * <p>Hears {@link fan.encore.fairness.BeforeCheckpoint}; announces nothing.
 *
 * <p>Invariants: every committed leaf gets exactly one place, places have no gap, a tree is the
 * beginning of every later one, and no signed checkpoint says otherwise.
 *
 * <p>Locks: one sequencer per cluster by an advisory lock that nobody waits for; writers take no
 * lock that anybody waits for either.
 */
package fan.encore.fairness;
