package fan.encore.payment;

/** Whether the features were told what became of a payment. */
public enum Fulfilment {
  /** There is nothing to tell yet. */
  NONE,
  /** To be told, now or after a failed attempt. */
  PENDING,
  /** Told; their part committed. */
  DONE,
  /** Given up after many attempts; an administrator may try again. */
  FAILED
}
