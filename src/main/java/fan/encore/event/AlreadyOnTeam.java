package fan.encore.event;

import fan.encore.shared.BusinessError;

/** The address is on the team already, or it is the organizer's own. */
public class AlreadyOnTeam extends BusinessError {
  public AlreadyOnTeam() {
    super(Kind.CONFLICT, "team.already_on");
  }

  @Override
  public String field() {
    return "email";
  }
}
