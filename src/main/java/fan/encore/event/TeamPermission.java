package fan.encore.event;

/** What somebody on an event's team may do there. Its organizer may do everything. */
public enum TeamPermission {
  /** Edit the event, its ticket types, check-in lists and devices. */
  EDIT,
  /** See and work on orders. */
  ORDERS,
  /** Give money back. */
  REFUNDS,
  /** Scan tickets. */
  CHECK_IN,
  /** See sales. */
  REPORTS
}
