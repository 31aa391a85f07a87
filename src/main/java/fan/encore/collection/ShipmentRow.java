package fan.encore.collection;

import java.time.Instant;

/**
 * A parcel.
 *
 * @param cause code of the redemption, or what else it was asked for
 * @param address where it goes; null once it is erased, and for readers whom it does not concern
 * @param tracking null while it has not left
 */
public record ShipmentRow(
    String code,
    Item item,
    int quantity,
    String cause,
    ShipmentStatus status,
    PostalAddress address,
    String carrier,
    String tracking,
    Instant requestedAt,
    Instant sentAt) {}
