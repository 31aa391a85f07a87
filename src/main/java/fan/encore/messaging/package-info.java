/**
 * Messages go out: whatever leaves the process is first a row in the business transaction.
 *
 * <p>Promises: {@link fan.encore.messaging.Outbox#put} joins the transaction; a second message with
 * the same queue and deduplication key is not written. After commit a flag is set, one thread per
 * node ({@link fan.encore.messaging.Doorbell}) rings the queue at most every 50 ms, and a listener
 * on any node drains it through {@link fan.encore.messaging.OutboxWorkers}. Request threads never
 * talk to the broker. Every 5 s the timetable returns abandoned rows and rings for rows left
 * behind; when the bell has failed three times in a row it drains by itself, so that mail flows
 * with the broker down.
 *
 * <p>Work is claimed in one short transaction with a lease of 60 s, done outside any transaction,
 * and finished in another: SENT, or PENDING again after 5 s, 30 s, 2 min, 10 min, 1 h, 6 h, 6 h, or
 * DEAD after 8 attempts and at once where trying again is hopeless. A worker that was killed after
 * sending and before finishing sends again: mail keeps its Message-ID over all attempts, so that
 * the receiving side can tell; an SMS may arrive twice. Letters that follow each other share
 * connections to the mail server ({@link fan.encore.messaging.MailLines}).
 *
 * <p>Announces and hears nothing; other features plug in as {@link
 * fan.encore.messaging.OutboxWork}. Whoever talks to a service outside does so through {@link
 * fan.encore.messaging.Http}. Invariants: attempts are only appended; problems and logs never hold
 * addresses or texts. Locks: claims use {@code FOR UPDATE SKIP LOCKED}; only the attempt that holds
 * the lease may finish a row.
 */
package fan.encore.messaging;
