package fan.encore.event;

import fan.encore.shared.BusinessError;

/** A question with less than two choices. */
public final class TooFewChoices extends BusinessError {
  public TooFewChoices() {
    super(Kind.INVALID, "event.too_few_choices");
  }

  @Override
  public String field() {
    return "choices";
  }
}
