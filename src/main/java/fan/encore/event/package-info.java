/**
 * Venues, events, series, ticket types and the stock of tickets.
 *
 * <p>Promises: fans find what is announced and not over, by words of any script; organizers edit
 * their own events and no others ({@code ADMIN} edits all), and their team does what it was
 * permitted event by event: {@link fan.encore.event.EventOwners} asks the SQL function {@code may},
 * and every service of a studio asks it, by {@link fan.encore.event.StudioEvents#detail}, for the
 * {@link fan.encore.event.TeamPermission} that its work wants; what an event offers is decided by
 * {@link fan.encore.event.Offer}, in plain Java; every move of a ticket goes through {@link
 * fan.encore.event.TicketStock}. The link of an online event is for its organizer and, in {@code
 * ticket}, for holders. Calendars (RFC 5545) of events keep their UID for ever, and their SEQUENCE
 * rises with every edit.
 *
 * <p>Ticket types may share quotas, be limited per order and per person, hidden until a code opens
 * them, priced by the fan, add-ons of another type, bundles, or on sale earlier for some ({@link
 * fan.encore.event.TypeRules}); organizers may ask those who buy ({@link
 * fan.encore.event.Questions}).
 *
 * <p>Announces, in the transaction of the change: {@link fan.encore.event.EventChanged} whenever
 * fans would see something else, {@link fan.encore.event.EventMoved} and {@link
 * fan.encore.event.EventCalledOff} for those who owe letters and refunds, {@link
 * fan.encore.event.EventCopied} for those who keep more about an event. Hears: nothing.
 *
 * <p>Invariants: {@code free + held + sold = capacity} and none of them negative, for every ticket
 * type and quota, at every commit: constraints of {@code ticket_stock} and {@code quota}; a quota
 * counts what its types count, because the same function moves both. Only published events sell,
 * and postponed ones whose new date is known. A published event has a ticket type. The words by
 * which an event is found are written by triggers, so that they are never those of yesterday.
 *
 * <p>Locks: people edit with {@code @Version}; moving, calling off and pictures lock the event's
 * row. Stock is a row of its own for each type, changed only by the SQL function {@code
 * move_tickets}: an advisory lock of the transaction in front of the hot row, then one conditional
 * UPDATE; types in the order of their ids, so that nobody waits in a circle; then the quotas in the
 * order of theirs. Whoever writes rows that belong to a hold does so after the stock.
 */
package fan.encore.event;
