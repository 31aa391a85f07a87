package fan.encore.waitlist;

/** What became of a place in a waiting list. */
public enum PlaceStatus {
  WAITING,
  /** Tickets are held until the deadline. */
  OFFERED,
  BOUGHT,
  /** The tickets were not bought in time. */
  LAPSED,
  /** Left by the fan. */
  LEFT,
  /** The list was over before her turn came. */
  CLOSED
}
