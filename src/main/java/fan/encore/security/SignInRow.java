package fan.encore.security;

import java.io.Serializable;
import java.time.Instant;

/**
 * A browser or program that is signed in, as its owner sees it.
 *
 * @param device in the words of {@link Device}
 * @param current whether it is the one that asks
 */
public record SignInRow(
    long id, String device, Instant createdAt, Instant lastSeenAt, boolean current)
    implements Serializable {}
