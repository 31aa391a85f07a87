package fan.encore.messaging;

/** Where a message is on its way. */
public enum MessageState {
  /** Waits for its time or for a worker. */
  PENDING,
  /** A worker holds its lease. */
  SENDING,
  /** Handed over to the mail server, the telephone provider, or done. */
  SENT,
  /** Given up; an administrator may resend it. */
  DEAD
}
