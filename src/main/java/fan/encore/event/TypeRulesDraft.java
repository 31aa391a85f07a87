package fan.encore.event;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDateTime;
import java.util.List;

/**
 * Special rules of a ticket type as an organizer writes them. Times are local times of the venue.
 *
 * @param minPerOrder fewest tickets in an order that has any of it
 * @param maxPerPerson most tickets of one person in all her orders together, null without a limit
 * @param hidden whether only a code opens it
 * @param openPrice whether the fan chooses the price, at least the type's own
 * @param baseType code of the type without which it is not sold, or null
 * @param maxPerBase most of it for each ticket of the base type, null without a base
 * @param parts what one of it gives when it is a bundle
 * @param presales who may buy it before its sale begins
 */
public record TypeRulesDraft(
    @Min(1) @Max(50) int minPerOrder,
    @Min(1) @Max(1000) Integer maxPerPerson,
    boolean hidden,
    boolean openPrice,
    @Size(max = 80) String baseType,
    @Min(1) @Max(50) Integer maxPerBase,
    @Size(max = 20) List<@Valid @NotNull PartDraft> parts,
    @Size(max = 20) List<@Valid @NotNull PresaleDraft> presales) {

  /**
   * So many tickets of a type for each bundle.
   *
   * @param ticketType the type's code within the event
   */
  public record PartDraft(@NotBlank String ticketType, @Min(1) @Max(20) int quantity) {}

  /**
   * An earlier beginning of the sale for some.
   *
   * @param kind {@code MEDALS}: who holds so many medals of an artist
   * @param subject the artist's code
   * @param amount at least so many
   * @param opensAt when they may begin to buy
   */
  public record PresaleDraft(
      @NotBlank String kind,
      @NotBlank @Size(max = 80) String subject,
      @Min(1) long amount,
      @NotNull LocalDateTime opensAt) {}

  public TypeRulesDraft {
    minPerOrder = Math.max(1, minPerOrder);
    baseType = baseType == null || baseType.isBlank() ? null : baseType;
    parts = parts == null ? List.of() : List.copyOf(parts);
    presales = presales == null ? List.of() : List.copyOf(presales);
  }
}
