package fan.encore.event;

import java.time.Instant;
import java.util.Set;

/**
 * Somebody on an event's team, or invited to it.
 *
 * @param name display name of who accepted, else null
 * @param acceptedAt when she accepted, else null
 * @param expiresAt until when the invitation is good; means nothing once accepted
 */
public record TeamMember(
    long id,
    String email,
    String name,
    Set<TeamPermission> permissions,
    Instant invitedAt,
    Instant acceptedAt,
    Instant expiresAt) {}
