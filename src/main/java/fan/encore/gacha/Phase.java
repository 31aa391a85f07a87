package fan.encore.gacha;

/** Where a banner stands in its time. */
public enum Phase {
  OPEN,
  UPCOMING,
  CLOSED
}
