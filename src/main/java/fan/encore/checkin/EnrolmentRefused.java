package fan.encore.checkin;

import fan.encore.shared.BusinessError;

/** The enrolment code is unknown, too old, or was used. */
public class EnrolmentRefused extends BusinessError {
  public EnrolmentRefused() {
    super(Kind.INVALID, "checkin.enrolment_refused");
  }
}
