package fan.encore.order;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * Give tickets of an order back.
 *
 * @param seats which ones; none means all that are left
 * @param keepFees whether the house keeps the service fees
 * @param evenIfUsed whether tickets that were scanned go back too, as for a show that was broken
 *     off
 * @param reason what the fan reads, 1 to 200 characters
 * @param key idempotency key
 */
public record RefundTickets(
    @NotNull @Size(max = 500) List<@Valid @NotNull SoldSeat> seats,
    boolean keepFees,
    boolean evenIfUsed,
    @NotBlank @Size(max = 200) String reason,
    @NotBlank @Size(max = 200) String key) {

  public RefundTickets {
    seats = seats == null ? List.of() : List.copyOf(seats);
  }

  /** The request in one canonical text, for its hash. */
  String canonical() {
    StringBuilder text = new StringBuilder();
    text.append(keepFees).append('\n').append(evenIfUsed).append('\n').append(reason.strip());
    seats.stream()
        .map(seat -> seat.ticketType() + "=" + seat.number())
        .sorted()
        .forEach(seat -> text.append('\n').append(seat));
    return text.toString();
  }
}
