package fan.encore.event;

import fan.encore.shared.BusinessError;

/** The event does not ask this question. */
public final class QuestionNotFound extends BusinessError {
  public QuestionNotFound() {
    super(Kind.NOT_FOUND, "event.question_not_found");
  }
}
