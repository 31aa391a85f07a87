/**
 * Venues, events, ticket types and the stock of tickets.
 *
 * <p>Promises: fans find what is published and not over; organizers edit their own events and no
 * others ({@code ADMIN} edits all); what an event offers is decided by {@link
 * fan.encore.event.Offer}, in plain Java; every move of a ticket goes through {@link
 * fan.encore.event.TicketStock}.
 *
 * <p>Announces: nothing yet. Hears: nothing.
 *
 * <p>Invariants: {@code free + held + sold = capacity} and none of them negative, for every ticket
 * type, at every commit: constraints of {@code ticket_stock}. Only published events sell. A
 * published event has a ticket type.
 *
 * <p>Locks: people edit with {@code @Version}. Stock is a row of its own for each type, changed
 * only by the SQL function {@code move_tickets}: an advisory lock of the transaction in front of
 * the hot row, then one conditional UPDATE; types in the order of their ids, so that nobody waits
 * in a circle. Whoever writes rows that belong to a hold does so after the stock.
 */
package fan.encore.event;
