/**
 * The provider simulator: everything outside Encore that a laptop or a test has not got.
 *
 * <p>One JDK HTTP server answers for a payment provider (API, hosted payment page, signed webhooks,
 * settlement files) and for Twilio's message API; GreenMail takes mail over SMTP and the mailbox
 * pages show it. It runs inside another JVM ({@code Simulator.start}) or as a process of its own
 * ({@code Simulator.main}) that a test may kill.
 *
 * <p>Promises: a change is on the disk before it is answered (append-only JSON lines, {@link
 * fan.encore.local.sim.Journal}) and is replayed at the next start; an event is delivered at least
 * once, after a crash too; the same idempotency key never moves money twice. Amounts are whole
 * minor units everywhere; only the settlement file writes major units, as the real report does.
 *
 * <p>Locks: {@code Payments} changes state under its own monitor and waits for the disk outside it,
 * so that many changes share one fsync.
 */
package fan.encore.local.sim;
