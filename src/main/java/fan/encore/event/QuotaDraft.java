package fan.encore.event;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * A number of tickets that several types share.
 *
 * @param capacity tickets of all these types together
 * @param ticketTypes codes of the types; none ends the quota's work
 */
public record QuotaDraft(
    @NotBlank @Size(max = 80) String name,
    @Min(1) @Max(1_000_000) int capacity,
    @NotNull @Size(max = 100) List<@NotBlank String> ticketTypes) {

  public QuotaDraft {
    ticketTypes = ticketTypes == null ? List.of() : List.copyOf(ticketTypes);
  }
}
