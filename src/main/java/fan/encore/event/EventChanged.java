package fan.encore.event;

/**
 * Fact: what fans see of an event is different after this transaction, be it a word, a picture, a
 * ticket type or its status. What is left of its tickets is not meant.
 */
public record EventChanged(long eventId, String slug) {}
