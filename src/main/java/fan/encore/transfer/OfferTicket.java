package fan.encore.transfer;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Locale;

/**
 * Send a ticket to an address.
 *
 * @param ticket code of one of the fan's own tickets
 * @param email kept in lower case
 * @param key idempotency key
 */
public record OfferTicket(
    @NotBlank @Size(max = 20) String ticket,
    @NotBlank(message = "account.email_missing")
        @Size(max = 254, message = "account.email_invalid")
        @Email(message = "account.email_invalid")
        @Pattern(regexp = "[\\x21-\\x7e]*", message = "account.email_invalid")
        String email,
    @NotBlank @Size(max = 200) String key) {

  public OfferTicket {
    email = email == null ? null : email.strip().toLowerCase(Locale.ROOT);
  }

  /** The request in one canonical text, for its hash. */
  String canonical() {
    return ticket + "\n" + email;
  }

  @Override
  public String toString() {
    return "OfferTicket[" + ticket + "]";
  }
}
