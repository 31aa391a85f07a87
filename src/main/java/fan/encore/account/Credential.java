package fan.encore.account;

/**
 * What a sign-in is checked against.
 *
 * @param passwordHash for {@link Passwords#matches}; never leaves the core
 */
public record Credential(
    long accountId, String email, String displayName, AccountStatus status, String passwordHash) {

  @Override
  public String toString() {
    return "Credential[" + accountId + "]";
  }
}
