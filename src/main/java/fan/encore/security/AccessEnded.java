package fan.encore.security;

/**
 * Some sign-in or token of an account ended.
 *
 * @param accountId whose
 */
public record AccessEnded(long accountId) {}
