package fan.encore.checkin;

/** What the door says to a scan. */
public enum Outcome {
  /** Let in; this was the first time. */
  VALID,
  /** Somebody was let in with this ticket before. */
  ALREADY_USED,
  /** A genuine ticket for another event. */
  WRONG_EVENT,
  /** A genuine ticket that was refunded or whose code was replaced. */
  CANCELLED,
  /** None of ours: forged, damaged, or something else entirely. */
  UNKNOWN
}
