package fan.encore.collection;

import fan.encore.shared.BusinessError;

/** The parcel has left already. */
public final class ShipmentSent extends BusinessError {
  public ShipmentSent() {
    super(Kind.CONFLICT, "collection.shipment_sent");
  }
}
