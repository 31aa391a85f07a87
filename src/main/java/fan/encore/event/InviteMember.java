package fan.encore.event;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import java.util.Set;

/**
 * An invitation to an event's team.
 *
 * @param email where the invitation goes; whoever accepts has this address
 * @param permissions at least one
 */
public record InviteMember(
    @NotBlank @Email @Size(max = 254) String email,
    @NotEmpty(message = "team.permission_missing") Set<@NotNull TeamPermission> permissions) {

  public InviteMember {
    email = email == null ? null : email.strip().toLowerCase(Locale.ROOT);
  }
}
