package fan.encore.waitingroom;

/** Where a waiting room is in its life. */
public enum RoomStatus {
  /** Fans come and are not in an order yet; the door may still be closed. */
  GATHERING,
  /** The list of entrants is committed, the draw is a matter of seconds. */
  FROZEN,
  /** The order is drawn; fans are called one after the other. */
  RUNNING,
  /** Switched off: tickets are sold to everybody. */
  CLOSED
}
