/**
 * Who is calling: sign-ins of browsers, tokens of programs, limits on guessing.
 *
 * <p>Promises: {@link fan.encore.security.SignIns} gives browsers a cookie's token of 256 bits, 7
 * days from the last use and 30 at most; {@link fan.encore.security.ApiTokens} gives programs an
 * access token for 15 minutes and a refresh token that is changed at every use; both are valid on
 * every node and after a restart, stored as SHA-256, and can be ended at any time. A known e-mail
 * and an unknown one get the same answer in the same time. Guests get a pass ({@link
 * fan.encore.security.GuestEntrance}) with the one role GUEST, which services name where guests may
 * enter. The use cases that thousands want at the same moment are no enterprise beans; {@link
 * fan.encore.security.OnlyFor} asks for their roles.
 *
 * <p>Announces: {@link fan.encore.security.AccessEnded}, heard after the commit by this node's
 * cache of identities; other nodes forget within 2 s.
 *
 * <p>Hears: {@code AccountSuspended}, in its transaction: all sign-ins and tokens of the account
 * end.
 *
 * <p>Invariants: an account that is not ACTIVE has no identity; a refresh token is exchanged once,
 * within 10 s again for the same successor, after that its family dies (RFC 9700 4.14.2); secrets
 * are never stored or logged.
 *
 * <p>Locks: a refresh is one conditional UPDATE of the token's row; attempts are counted by one
 * upsert in the order of their keys.
 */
package fan.encore.security;
