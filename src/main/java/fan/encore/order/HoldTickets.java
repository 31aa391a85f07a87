package fan.encore.order;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * Reserve these tickets of an event.
 *
 * @param lines one for each ticket type
 * @param key idempotency key
 */
public record HoldTickets(
    @NotBlank String slug,
    @NotEmpty @Size(max = 20) List<@Valid @NotNull HoldLine> lines,
    @NotBlank @Size(max = 200) String key) {

  /**
   * So many tickets of one type.
   *
   * @param ticketType the type's code within the event
   */
  public record HoldLine(@NotBlank String ticketType, @Min(1) int quantity) {}

  /** The request in one canonical text, for its hash. */
  String canonical() {
    StringBuilder text = new StringBuilder(slug);
    lines.stream()
        .map(line -> line.ticketType() + "=" + line.quantity())
        .sorted()
        .forEach(line -> text.append('\n').append(line));
    return text.toString();
  }
}
