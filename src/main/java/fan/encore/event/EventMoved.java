package fan.encore.event;

/**
 * Fact: an event was postponed, with a new date or without one.
 *
 * @param changeId row of {@code event_change}, which keeps the organizer's words
 */
public record EventMoved(long eventId, String slug, long changeId) {}
