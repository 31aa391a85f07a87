package fan.encore.audit;

/** How an audited act ended. */
public enum Outcome {
  /** It is committed. */
  DONE,
  /** A rule of the house said no. */
  REFUSED,
  /** Something broke. */
  FAILED
}
