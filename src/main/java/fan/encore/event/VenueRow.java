package fan.encore.event;

/**
 * A venue in a list or beside an event.
 *
 * @param country ISO 3166-1 alpha-2
 * @param zone IANA name
 */
public record VenueRow(
    String code, String name, String address, String city, String country, String zone) {}
