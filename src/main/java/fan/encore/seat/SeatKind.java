package fan.encore.seat;

/** Whom a seat is made for. */
public enum SeatKind {
  ORDINARY,
  /** Room for a wheelchair. */
  ACCESSIBLE,
  /** Beside an accessible place, for whoever comes along. */
  COMPANION
}
