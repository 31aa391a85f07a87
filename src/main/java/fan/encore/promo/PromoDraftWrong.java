package fan.encore.promo;

import fan.encore.shared.BusinessError;

/** A draft of a code that says two things at once, or nothing. */
public final class PromoDraftWrong extends BusinessError {
  /**
   * @param code {@code promo.worth_wrong}, {@code promo.window_wrong} or {@code promo.code_wrong}
   */
  public PromoDraftWrong(String code) {
    super(Kind.INVALID, code);
  }
}
