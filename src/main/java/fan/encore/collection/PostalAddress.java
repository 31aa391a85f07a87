package fan.encore.collection;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * Where a parcel goes. Personal data: kept in one erasable table and written to no log.
 *
 * @param region prefecture, state or county; may be empty
 * @param street everything below the city
 * @param country ISO 3166-1 alpha-2
 * @param phone E.164 for the carrier, or null
 */
public record PostalAddress(
    @NotBlank @Size(max = 120) String recipient,
    @NotNull @Size(max = 20) String postalCode,
    @NotNull @Size(max = 80) String region,
    @NotBlank @Size(max = 80) String city,
    @NotBlank @Size(max = 300) String street,
    @NotNull @Pattern(regexp = "[A-Z]{2}") String country,
    @Pattern(regexp = "\\+[1-9][0-9]{6,14}") String phone) {

  /** Nothing of it, because texts of objects end in logs. */
  @Override
  public String toString() {
    return "PostalAddress[" + country + "]";
  }
}
