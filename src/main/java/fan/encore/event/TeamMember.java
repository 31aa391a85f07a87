package fan.encore.event;

import jakarta.json.bind.annotation.JsonbTransient;
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
    Instant expiresAt) {

  /** The role that has just these permissions, or null. */
  @JsonbTransient
  public TeamRole role() {
    return TeamRole.of(permissions).orElse(null);
  }
}
