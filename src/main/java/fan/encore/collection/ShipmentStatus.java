package fan.encore.collection;

/** How far a parcel is. */
public enum ShipmentStatus {
  NEW,
  PACKED,
  SENT
}
