package fan.encore.checkin;

import java.time.Instant;
import java.util.List;

/**
 * Who is let in where, and how many were.
 *
 * @param code unchanging, unique within the event; {@code main} is there from the start
 * @param ticketTypes codes of the ticket types that it lets in; none means all
 * @param opensAt first moment of entry, or null
 * @param closesAt first moment without entry, or null
 * @param reentry whether whoever left may come in again
 * @param rotating whether only the rotating code of a telephone lets in
 * @param expected how many valid tickets may come
 * @param admitted how many of them came
 * @param inside how many are in now
 * @param doubles how often somebody was let in with a ticket that was in or used up
 */
public record CheckInList(
    String code,
    String name,
    List<String> ticketTypes,
    Instant opensAt,
    Instant closesAt,
    boolean reentry,
    boolean rotating,
    long expected,
    long admitted,
    long inside,
    long doubles) {}
