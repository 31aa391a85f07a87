/**
 * Venues, events, ticket types and the stock of tickets.
 *
 * <p>Promises: fans find what is published and not over; organizers edit their own events and no
 * others ({@code ADMIN} edits all); what an event offers is decided by {@link
 * fan.encore.event.Offer}, in plain Java; every move of a ticket goes through {@link
 * fan.encore.event.TicketStock}.
 *
 * <p>Ticket types may share quotas, be limited per order and per person, hidden until a code opens
 * them, priced by the fan, add-ons of another type, bundles, or on sale earlier for some ({@link
 * fan.encore.event.TypeRules}); organizers may ask those who buy ({@link
 * fan.encore.event.Questions}).
 *
 * <p>Announces: nothing yet. Hears: nothing.
 *
 * <p>Invariants: {@code free + held + sold = capacity} and none of them negative, for every ticket
 * type and quota, at every commit: constraints of {@code ticket_stock} and {@code quota}; a quota
 * counts what its types count, because the same function moves both. Only published events sell. A
 * published event has a ticket type.
 *
 * <p>Locks: people edit with {@code @Version}. Stock is a row of its own for each type, changed
 * only by the SQL function {@code move_tickets}: an advisory lock of the transaction in front of
 * the hot row, then one conditional UPDATE; types in the order of their ids, so that nobody waits
 * in a circle; then the quotas in the order of theirs. Whoever writes rows that belong to a hold
 * does so after the stock.
 */
package fan.encore.event;
