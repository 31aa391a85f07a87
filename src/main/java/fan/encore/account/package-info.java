/**
 * Who people are: registration, confirmation of the e-mail address, profile, roles, suspension, and
 * how passwords are kept.
 *
 * <p>Promises: {@link fan.encore.account.Accounts} registers, confirms, finds, edits and suspends
 * accounts; {@link fan.encore.account.Contacts} tells other features where to write; {@link
 * fan.encore.account.Passwords} hashes with Argon2id, at most two at a time.
 *
 * <p>Who buys without an account is a guest ({@link fan.encore.account.Guests}): a row of her own
 * each time, with the status GUEST, which nobody signs in to and no account ever gets. A pass opens
 * what she bought and nothing else; only one that came by mail shows that her address is hers.
 * Guests whose addresses arrive in one letter box are one person for limits; whether an address has
 * an account is never asked for that, because a stranger would learn of it.
 *
 * <p>Announces: {@link fan.encore.account.AccountSuspended}, in the transaction of the suspension,
 * so that sign-ins and tokens end with it.
 *
 * <p>Hears: nothing.
 *
 * <p>Invariants: one account per e-mail address, whatever its case, and any number of guests; only
 * a confirmed account is ACTIVE; nobody has the role SYSTEM; the last active administrator cannot
 * be suspended; a password is never stored, logged or part of an entity.
 *
 * <p>Locks: editing uses {@code @Version}; confirming is one conditional UPDATE of the token; the
 * unique index on {@code lower(email)} is the referee of two registrations.
 */
package fan.encore.account;
