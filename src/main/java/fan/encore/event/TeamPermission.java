package fan.encore.event;

/** What somebody on an event's team may do there. Its organizer may do everything. */
public enum TeamPermission {
  /** Set up check-in lists and devices. */
  EDIT,
  /** Scan tickets. */
  CHECK_IN
}
