package fan.encore.checkin;

/** What the door says to a scan. */
public enum Outcome {
  /** Let through; nobody is in with this ticket already. */
  VALID,
  /** Somebody was let in with this ticket before. */
  ALREADY_USED,
  /** Two gates without a network each let somebody in with this ticket; told when they meet. */
  DOUBLE,
  /** Somebody leaves who is not in. */
  NOT_INSIDE,
  /** A genuine ticket for another event. */
  WRONG_EVENT,
  /** A genuine ticket of a type that this list does not let in. */
  WRONG_TYPE,
  /** The list lets nobody in at this time. */
  NOT_OPEN,
  /** A printed or typed code where the rotating one of a telephone is demanded. */
  STATIC_CODE,
  /** A rotating code of another time: a picture of it. */
  STALE_CODE,
  /** A genuine ticket that was refunded or whose code was replaced. */
  CANCELLED,
  /** A gate without a network refused what would have been valid. */
  REFUSED,
  /** None of ours: forged, damaged, or something else entirely. */
  UNKNOWN
}
