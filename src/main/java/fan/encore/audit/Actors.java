package fan.encore.audit;

import java.security.Principal;

/** How the trail names callers. */
final class Actors {

  static final String SYSTEM = "SYSTEM";
  static final String ANONYMOUS = "ANONYMOUS";

  private Actors() {}

  /** Signed-in callers are named by their account number, programs of the house SYSTEM. */
  static String name(Principal caller) {
    String name = caller == null ? "" : caller.getName();
    return name.equals(SYSTEM) || name.matches("[0-9]{1,19}") ? name : ANONYMOUS;
  }
}
