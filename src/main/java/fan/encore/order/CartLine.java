package fan.encore.order;

import java.time.Instant;

/**
 * A reservation in the cart.
 *
 * @param startsAt when the event begins
 * @param zone IANA name of the venue's zone
 * @param pictureKey the event's picture, or null
 */
public record CartLine(
    ReservationView reservation, Instant startsAt, String zone, String city, String pictureKey) {}
