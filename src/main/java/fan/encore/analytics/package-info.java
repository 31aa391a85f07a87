/**
 * What organizers and their teams read about an event: lists to take away, how it sells right now,
 * and what a period came to.
 *
 * <p>Promises: an export holds every order or ticket of one event that the filters of the list
 * name, with times in the event's zone and money as numbers; a text that a spreadsheet would take
 * for a formula stays a text. What leaves is noted in the audit log, by name of the list and never
 * by what is in it.
 *
 * <p>Live figures are at most 1.5 seconds old, or 20 times as old as reading them took: a node
 * reads an event's figures once for all who look. A report belongs to days: a sale to the day it
 * was paid, a refund to the day it was given. {@link fan.encore.analytics.SalesReport#agrees}
 * compares its sums with the ledger to the last minor unit. What is due to the organizer are the
 * prices of tickets sold online, less those given back and less fees out of the price; what
 * vouchers paid counts as paid.
 *
 * <p>Announces and hears nothing; writes nothing but the audit log.
 *
 * <p>Invariants: whoever reads was allowed to by {@link fan.encore.event.StudioEvents} before the
 * first byte goes out.
 *
 * <p>Locks: none in the database; in memory one reader for each event. Long lists are read in pages
 * by rising number, each a short statement of its own, so that a slow reader holds neither a
 * connection nor a transaction.
 */
package fan.encore.analytics;
