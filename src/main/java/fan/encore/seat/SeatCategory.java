package fan.encore.seat;

/**
 * Seats of one price.
 *
 * @param code unique within the map: 1 to 16 capital letters, digits and hyphens
 * @param colour {@code #rrggbb}
 */
public record SeatCategory(String code, String name, String colour) {}
