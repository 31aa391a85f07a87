/**
 * Gacha: banners, their rules, and draws that anybody can compute again.
 *
 * <p>Promises: pages, analysis, law checks and engine use the same {@link fan.encore.gacha.Rules}.
 * {@link fan.encore.gacha.Engine} is a pure function of rules, state, stock and randomness. A
 * published version never changes; the next one is announced a day before it is in force. A draw is
 * paid, decided, granted and told to the log in one transaction or not at all, and safe to repeat
 * with its key. Nobody has a field or a setting that bends a result.
 *
 * <p>Announces to the log: {@code odds} when a version is published, {@code seed-committed} and
 * {@code seed-revealed} of chains, {@code draw} and {@code exchange}, {@code refusals}. Announces
 * to open pages on any node, after the commit and as a hint only: the code of a draw to her who
 * drew.
 *
 * <p>Invariants: a banner is drawable only once its rules have a place in the log; the nonces of a
 * chain have no gaps and each state follows from the one before; shared prizes never go below zero.
 *
 * <p>Locks: the chain of a fan in a group of banners, in the order of accounts; then the rows of
 * shared stock by banner and item; then her purses (see {@link fan.encore.wallet}); then what she
 * owns. Fans queue in memory and are committed many at a time ({@link fan.encore.shared.Lane}).
 */
package fan.encore.gacha;
