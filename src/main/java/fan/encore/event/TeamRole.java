package fan.encore.event;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Permissions that go together, by a name that people understand. Only permissions are stored. */
public enum TeamRole {
  /** Everything but the team itself. */
  MANAGER(EnumSet.allOf(TeamPermission.class)),
  /** Answers those who bought, and gives their money back. */
  ORDERS(EnumSet.of(TeamPermission.ORDERS, TeamPermission.REFUNDS)),
  /** Sells at the door and lets in. */
  BOX_OFFICE(EnumSet.of(TeamPermission.SELL, TeamPermission.CHECK_IN)),
  /** Looks at figures, and at nobody's name. */
  REPORTS(EnumSet.of(TeamPermission.REPORTS)),
  /** Sets up the door and lets in. */
  DOOR(EnumSet.of(TeamPermission.DOOR, TeamPermission.CHECK_IN));

  private final Set<TeamPermission> permissions;

  TeamRole(Set<TeamPermission> permissions) {
    this.permissions = Collections.unmodifiableSet(permissions);
  }

  public Set<TeamPermission> permissions() {
    return permissions;
  }

  /** The role with exactly these permissions. */
  public static Optional<TeamRole> of(Set<TeamPermission> permissions) {
    return Stream.of(values()).filter(role -> role.permissions.equals(permissions)).findFirst();
  }
}
