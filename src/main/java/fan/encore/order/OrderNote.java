package fan.encore.order;

import java.time.Instant;

/** What somebody who works on orders wrote beside one. */
public record OrderNote(String author, Instant writtenAt, String body) {}
