package fan.encore.security;

import fan.encore.account.Roles;
import java.util.Locale;
import java.util.Set;

/**
 * Somebody who is signed in, as the request knows her.
 *
 * @param roles names of the roles of the active account; a device at a door has its own one only
 * @param locale of the account
 * @param deviceId number of the device at a door that is calling for the account, else null
 */
public record Identity(
    long accountId, String displayName, Set<String> roles, Locale locale, Long deviceId) {
  public Identity {
    roles = Set.copyOf(roles);
  }

  /** Whether she buys without an account. */
  public boolean guest() {
    return roles.contains(Roles.GUEST);
  }
}
