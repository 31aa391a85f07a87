package fan.encore.collection;

import fan.encore.shared.BusinessError;

/** There is no such parcel, or it is another artist's. */
public final class ShipmentNotFound extends BusinessError {
  public ShipmentNotFound() {
    super(Kind.NOT_FOUND, "collection.shipment_not_found");
  }
}
