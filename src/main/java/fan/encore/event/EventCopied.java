package fan.encore.event;

/**
 * Fact: a draft was made as a copy of an event, with its ticket types under the same codes. Who
 * keeps more about an event copies it now.
 */
public record EventCopied(long fromEventId, long toEventId) {}
