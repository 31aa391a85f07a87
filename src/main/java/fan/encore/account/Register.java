package fan.encore.account;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * Somebody wants an account.
 *
 * @param email kept in lower case
 * @param password 8 to 128 characters, see {@link PasswordRules}; never logged
 * @param displayName 1 to 50 characters
 * @param language {@code en} or {@code ja}; {@code en} when null
 */
@GoodPassword
public record Register(
    @NotNull(message = "account.email_missing")
        @Size(max = 254, message = "account.email_invalid")
        @Pattern(regexp = Formats.EMAIL, message = "account.email_invalid")
        String email,
    String password,
    @NotNull(message = "account.display_name_missing")
        @Size(max = 50, message = "account.display_name_long")
        @Pattern(regexp = Formats.NAME, message = "account.display_name_invalid")
        String displayName,
    @Pattern(regexp = Formats.LANGUAGE, message = "account.language_unknown") String language) {

  public Register {
    email = Formats.email(email);
    displayName = Formats.text(displayName);
    language = language == null || language.isBlank() ? "en" : language.strip();
  }

  @Override
  public String toString() {
    return "Register[]";
  }
}
