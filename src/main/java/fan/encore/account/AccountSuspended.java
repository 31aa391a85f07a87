package fan.encore.account;

/**
 * An account was suspended; heard in the same transaction.
 *
 * @param accountId whose
 */
public record AccountSuspended(long accountId) {}
