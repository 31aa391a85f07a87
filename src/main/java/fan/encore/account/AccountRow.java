package fan.encore.account;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;

/**
 * One line of the administrator's list of accounts.
 *
 * @param roles sorted by name
 * @param country ISO 3166-1 alpha-2, or null
 * @param suspendedReason null unless suspended
 */
public record AccountRow(
    long id,
    String email,
    String displayName,
    AccountStatus status,
    List<String> roles,
    String country,
    String language,
    Instant createdAt,
    String suspendedReason)
    implements Serializable {

  /** Whether it can be suspended. */
  public boolean suspendable() {
    return status.canBecome(AccountStatus.SUSPENDED);
  }

  public boolean suspended() {
    return status == AccountStatus.SUSPENDED;
  }
}
