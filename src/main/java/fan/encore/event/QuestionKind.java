package fan.encore.event;

/** How a question is answered. */
public enum QuestionKind {
  /** In words, at most 1,000 characters. */
  TEXT,
  /** By one of the question's choices. */
  CHOICE,
  /** {@code YES} or {@code NO}. */
  YES_NO
}
