package fan.encore.waitlist;

import fan.encore.shared.BusinessError;

/** The organizer makes no offers for so many tickets at once. */
public final class GroupTooLarge extends BusinessError {

  /**
   * @param most tickets that one fan may wait for
   */
  public GroupTooLarge(int most) {
    super(Kind.INVALID, "waitlist.group_too_large", most);
  }

  @Override
  public String field() {
    return "quantity";
  }
}
