/**
 * Who people are: registration, confirmation of the e-mail address, profile, roles, suspension, and
 * how passwords are kept.
 *
 * <p>Promises: {@link fan.encore.account.Accounts} registers, confirms, finds, edits and suspends
 * accounts; {@link fan.encore.account.Contacts} tells other features where to write; {@link
 * fan.encore.account.Passwords} hashes with Argon2id, at most two at a time.
 *
 * <p>Announces: {@link fan.encore.account.AccountSuspended}, in the transaction of the suspension,
 * so that sign-ins and tokens end with it.
 *
 * <p>Hears: nothing.
 *
 * <p>Invariants: one account per e-mail address, whatever its case; only a confirmed account is
 * ACTIVE; nobody has the role SYSTEM; the last active administrator cannot be suspended; a password
 * is never stored, logged or part of an entity.
 *
 * <p>Locks: editing uses {@code @Version}; confirming is one conditional UPDATE of the token; the
 * unique index on {@code lower(email)} is the referee of two registrations.
 */
package fan.encore.account;
