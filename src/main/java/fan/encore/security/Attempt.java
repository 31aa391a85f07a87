package fan.encore.security;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * Somebody wants to sign in.
 *
 * @param address where the request came from, IPv4 or IPv6; only its prefix is used, hashed
 * @param device the browser's or program's own words (User-Agent), may be null
 */
public record Attempt(
    @NotBlank(message = "security.email_missing")
        @Size(max = 254, message = "security.credentials_wrong")
        String email,
    @NotBlank(message = "security.password_missing")
        @Size(max = 200, message = "security.credentials_wrong")
        String password,
    String address,
    String device) {

  @Override
  public String toString() {
    return "Attempt[]";
  }
}
