/** Listeners of the queues: a doorbell rings, the outbox is drained. */
package fan.encore.messaging.jms;
