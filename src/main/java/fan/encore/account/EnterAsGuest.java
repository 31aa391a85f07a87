package fan.encore.account;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * Somebody wants to buy without an account.
 *
 * @param email where orders and tickets are sent, kept in lower case
 * @param name 1 to 50 characters, how mails address her
 * @param language {@code en} or {@code ja}; {@code en} when null
 */
public record EnterAsGuest(
    @NotNull(message = "account.email_missing")
        @Size(max = 254, message = "account.email_invalid")
        @Pattern(regexp = Formats.EMAIL, message = "account.email_invalid")
        String email,
    @NotNull(message = "account.guest_name_missing")
        @Size(max = 50, message = "account.display_name_long")
        @Pattern(regexp = Formats.NAME, message = "account.display_name_invalid")
        String name,
    @Pattern(regexp = Formats.LANGUAGE, message = "account.language_unknown") String language) {

  public EnterAsGuest {
    email = Formats.email(email);
    name = Formats.text(name);
    language = language == null || language.isBlank() ? "en" : language.strip();
  }

  @Override
  public String toString() {
    return "EnterAsGuest[]";
  }
}
