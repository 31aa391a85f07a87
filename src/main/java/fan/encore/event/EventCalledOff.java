package fan.encore.event;

/**
 * Fact: an event that fans knew of was cancelled; nothing of it is sold from now on.
 *
 * @param changeId row of {@code event_change}, which keeps the organizer's words
 */
public record EventCalledOff(long eventId, String slug, long changeId) {}
