package fan.encore.transfer;

import java.time.Instant;

/**
 * Something that happened to a ticket after it was sold.
 *
 * @param kind such as {@code OFFERED}, {@code CLAIMED} or {@code RENAMED}
 * @param mine whether the reader did it
 * @param issue of the code that was valid afterwards, from 1
 */
public record TicketStep(String kind, boolean mine, int issue, Instant at) {}
