package fan.encore.order;

import fan.encore.shared.BusinessError;

/** The question {0} has to be answered, and in the way it asks. */
public final class AnswerMissing extends BusinessError {
  public AnswerMissing(String label) {
    super(Kind.INVALID, "order.answer_missing", label);
  }
}
