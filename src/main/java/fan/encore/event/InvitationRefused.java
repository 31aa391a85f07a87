package fan.encore.event;

import fan.encore.shared.BusinessError;

/** The invitation is unknown, too old, taken back, accepted, or for another address. */
public class InvitationRefused extends BusinessError {
  public InvitationRefused() {
    super(Kind.INVALID, "team.invitation_refused");
  }
}
