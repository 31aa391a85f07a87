package fan.encore.fairness;

import fan.encore.shared.BusinessError;

/** More leaves were asked for than one answer may hold, or fewer than one. */
public class TooManyAtOnce extends BusinessError {
  public TooManyAtOnce() {
    super(Kind.INVALID, "fairness.too_many_at_once", Transparency.MOST_LEAVES);
  }

  @Override
  public String field() {
    return "count";
  }
}
