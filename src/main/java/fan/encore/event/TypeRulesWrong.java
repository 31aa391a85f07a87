package fan.encore.event;

import fan.encore.shared.BusinessError;

/** Rules of a ticket type that contradict each other. */
public final class TypeRulesWrong extends BusinessError {
  /**
   * @param code {@code event.rules.minimum}, {@code event.rules.add_on}, {@code
   *     event.rules.bundle}, {@code event.rules.presale} or {@code event.rules.sold}
   */
  public TypeRulesWrong(String code) {
    super(Kind.INVALID, code);
  }
}
