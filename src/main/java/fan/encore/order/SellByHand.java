package fan.encore.order;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * Sell tickets by hand.
 *
 * @param lines one for each ticket type
 * @param paid how; FREE costs nothing whatever the price
 * @param holderName printed on the tickets
 * @param email of an account that gets the tickets; null leaves them with the seller, to be printed
 * @param because why it is free or how it was paid outside; needed for both
 * @param key idempotency key
 */
public record SellByHand(
    @NotEmpty @Size(max = 20) List<@Valid @NotNull Line> lines,
    @NotNull Paid paid,
    @NotBlank @Size(max = 120) String holderName,
    @Size(max = 254) String email,
    @Size(max = 200) String because,
    @NotBlank @Size(max = 200) String key) {

  /** So many tickets of one type. */
  public record Line(@NotBlank String ticketType, @Min(1) int quantity) {}

  /** How tickets are paid that are sold by hand. */
  public enum Paid {
    /** A gift of the house: guests, press, staff. */
    FREE,
    /** By transfer or another way that Encore does not see. */
    OUTSIDE,
    /** At the door. */
    CASH,
    /** At the door, at the organizer's own terminal. */
    CARD;

    /** Whether somebody stands there who takes the ticket with her. */
    public boolean atTheDoor() {
      return this == CASH || this == CARD;
    }
  }

  public SellByHand {
    lines = lines == null ? null : List.copyOf(lines);
    email = email == null || email.isBlank() ? null : email.strip();
    because = because == null || because.isBlank() ? null : because.strip();
  }

  /** The request in one canonical text, for its hash. */
  String canonical() {
    StringBuilder text = new StringBuilder(paid.name());
    text.append('\n').append(holderName).append('\n').append(email).append('\n').append(because);
    lines.forEach(line -> text.append('\n').append(line));
    return text.toString();
  }
}
