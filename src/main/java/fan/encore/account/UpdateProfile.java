package fan.encore.account;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * What somebody tells about herself.
 *
 * @param displayName 1 to 50 characters
 * @param birthDate or null
 * @param country ISO 3166-1 alpha-2, or null
 * @param language {@code en} or {@code ja}
 * @param phone E.164, or null; spaces and hyphens are taken out
 */
public record UpdateProfile(
    @NotNull(message = "account.display_name_missing")
        @Size(max = 50, message = "account.display_name_long")
        @Pattern(regexp = Formats.NAME, message = "account.display_name_invalid")
        String displayName,
    @PlausibleBirthDate LocalDate birthDate,
    @KnownCountry String country,
    @NotNull(message = "account.language_unknown")
        @Pattern(regexp = Formats.LANGUAGE, message = "account.language_unknown")
        String language,
    @Pattern(regexp = Formats.PHONE, message = "account.phone_invalid") String phone) {

  public UpdateProfile {
    displayName = Formats.text(displayName);
    country = Formats.upper(country);
    language = Formats.text(language);
    phone = Formats.phone(phone);
  }

  @Override
  public String toString() {
    return "UpdateProfile[]";
  }
}
