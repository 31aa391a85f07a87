package fan.encore.security;

import java.util.Locale;
import java.util.Set;

/**
 * Somebody who is signed in, as the request knows her.
 *
 * @param roles names of the roles of the active account
 * @param locale of the account
 */
public record Identity(long accountId, String displayName, Set<String> roles, Locale locale) {
  public Identity {
    roles = Set.copyOf(roles);
  }
}
