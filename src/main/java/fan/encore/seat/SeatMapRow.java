package fan.encore.seat;

import java.time.Instant;

/**
 * A seat map in a list.
 *
 * @param seats how many seats it has
 * @param standing how many may stand
 * @param mine whether the account may edit it
 */
public record SeatMapRow(
    String code,
    String name,
    String venueCode,
    String venueName,
    String city,
    int seats,
    int standing,
    int version,
    Instant editedAt,
    boolean mine) {}
