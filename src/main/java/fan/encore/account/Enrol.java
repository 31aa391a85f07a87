package fan.encore.account;

import java.time.LocalDate;
import java.util.Set;

/**
 * A confirmed account made by the house, not by its owner: staff and demonstration data.
 *
 * @param passwordHash what {@link Passwords#hash} returned, so that many accounts can share the
 *     work
 * @param birthDate or null
 * @param country ISO 3166-1 alpha-2, or null
 * @param phone E.164, or null
 * @param roles besides FAN, may be empty
 */
public record Enrol(
    String email,
    String displayName,
    String passwordHash,
    String language,
    LocalDate birthDate,
    String country,
    String phone,
    Set<Role> roles) {

  public Enrol {
    email = Formats.email(email);
    roles = Set.copyOf(roles);
  }

  @Override
  public String toString() {
    return "Enrol[]";
  }
}
