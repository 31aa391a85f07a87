package fan.encore.event;

import fan.encore.shared.BusinessError;

/** The event's team has no such member. */
public class MemberNotFound extends BusinessError {
  public MemberNotFound() {
    super(Kind.NOT_FOUND, "team.member_not_found");
  }
}
