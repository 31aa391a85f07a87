package fan.encore.transfer;

import java.time.Instant;

/**
 * What an organizer lets fans do with the tickets of an event.
 *
 * @param transfersAllowed whether tickets may be sent to others
 * @param renamesAllowed whether the name on a ticket may be changed
 * @param closesAt first moment at which neither is possible; null is the start of the event
 */
public record TransferTerms(boolean transfersAllowed, boolean renamesAllowed, Instant closesAt) {}
