package fan.encore.checkin;

import fan.encore.shared.BusinessError;

/** The event has no such check-in list, or none of its ticket types has the wanted code. */
public class CheckInListNotFound extends BusinessError {
  public CheckInListNotFound() {
    super(Kind.NOT_FOUND, "checkin.list_not_found");
  }
}
