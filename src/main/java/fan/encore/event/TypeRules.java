package fan.encore.event;

import java.time.Instant;
import java.util.List;

/**
 * What a ticket type demands of an order besides its time and its price.
 *
 * @param minPerOrder fewest tickets in an order that has any of it, 1 or more
 * @param maxPerPerson most tickets of one person in all her orders together, null without a limit
 * @param hidden whether only a code opens it
 * @param openPrice whether the fan chooses the price, at least the type's own
 * @param baseTypeId type without which it is not sold, or null
 * @param maxPerBase most of it for each ticket of the base type, null without a base
 * @param parts what one of it gives when it is a bundle; a bundle is no ticket itself
 * @param presales who may buy it before its sale begins
 */
public record TypeRules(
    int minPerOrder,
    Integer maxPerPerson,
    boolean hidden,
    boolean openPrice,
    Long baseTypeId,
    Integer maxPerBase,
    List<Part> parts,
    List<Presale> presales) {

  /** Nothing special. */
  public static final TypeRules NONE =
      new TypeRules(1, null, false, false, null, null, List.of(), List.of());

  /**
   * So many tickets of a type for each bundle.
   *
   * @param ticketTypeId the type of the tickets
   */
  public record Part(long ticketTypeId, int quantity) {}

  /**
   * An earlier beginning of the sale for some.
   *
   * @param kind {@code MEDALS}: who holds so many medals of an artist
   * @param subject what the kind is about; the artist's code
   * @param amount at least so many
   * @param opensAt when they may begin to buy
   */
  public record Presale(String kind, String subject, long amount, Instant opensAt) {}

  public TypeRules {
    parts = List.copyOf(parts);
    presales = List.copyOf(presales);
  }

  public boolean bundle() {
    return !parts.isEmpty();
  }
}
