package fan.encore.account;

/** Where an account stands. */
public enum AccountStatus {
  /** Registered; the e-mail address is not confirmed, so it cannot sign in. */
  UNCONFIRMED,
  ACTIVE,
  /** Closed by an administrator; cannot sign in. */
  SUSPENDED,
  /** Somebody who bought without an account; the address is unconfirmed and nobody signs in. */
  GUEST;

  /** Whether the account may go from this status to the next one. */
  public boolean canBecome(AccountStatus next) {
    return switch (this) {
      case UNCONFIRMED -> next == ACTIVE || next == SUSPENDED;
      case ACTIVE -> next == SUSPENDED;
      case SUSPENDED -> next == ACTIVE;
      case GUEST -> false;
    };
  }
}
