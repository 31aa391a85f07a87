package fan.encore.security;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * Somebody changes her password.
 *
 * @param next 8 to 128 characters, see {@link fan.encore.account.PasswordRules}
 */
public record ChangePassword(
    @NotBlank(message = "security.password_missing")
        @Size(max = 200, message = "security.current_password_wrong")
        String current,
    @NotBlank(message = "account.password_missing") String next) {

  @Override
  public String toString() {
    return "ChangePassword[]";
  }
}
