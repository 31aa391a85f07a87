package fan.encore.event;

import fan.encore.shared.Money;
import java.time.Instant;
import java.util.List;

/**
 * What an event offers for sale, as the rules see it.
 *
 * @param types every ticket type of the event, in the organizer's order
 */
public record Offer(
    long eventId,
    String slug,
    String title,
    EventStatus status,
    String currency,
    Instant endsAt,
    List<OfferedType> types) {

  /**
   * One ticket type of the offer.
   *
   * @param saleUntil first moment at which it is not sold any more
   */
  public record OfferedType(
      long id,
      String code,
      String name,
      Money price,
      Instant saleFrom,
      Instant saleUntil,
      int maxPerOrder) {}

  public Offer {
    types = List.copyOf(types);
  }

  /**
   * The type, if that many tickets of it may be sold in one order now. Whether they are left is
   * another question: the stock's.
   *
   * @throws TicketTypeNotFound if the event has no such type
   * @throws NotOnSale outside of the event's or the type's time
   * @throws TooManyTickets if one order may not have that many
   */
  public OfferedType sell(String typeCode, int quantity, Instant now) {
    OfferedType type =
        types.stream()
            .filter(candidate -> candidate.code().equals(typeCode))
            .findFirst()
            .orElseThrow(TicketTypeNotFound::new);
    if (status != EventStatus.PUBLISHED
        || !now.isBefore(endsAt)
        || now.isBefore(type.saleFrom())
        || !now.isBefore(type.saleUntil())) {
      throw new NotOnSale();
    }
    if (quantity > type.maxPerOrder()) {
      throw new TooManyTickets(type.name(), type.maxPerOrder());
    }
    return type;
  }
}
