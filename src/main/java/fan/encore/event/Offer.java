package fan.encore.event;

import fan.encore.event.TypeRules.Presale;
import fan.encore.shared.Money;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What an event offers for sale, as the rules see it.
 *
 * @param status published also for an event that was moved to a date that is known
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
   * @param price the organizer's of one ticket, before a tax that is added; the least one where the
   *     fan chooses
   * @param saleUntil first moment at which it is not sold any more
   * @param seated whether each ticket is a seat of the event's map
   * @param fareOf id of the type whose seats it is sold on, or null when they are its own
   */
  public record OfferedType(
      long id,
      String code,
      String name,
      Money price,
      Instant saleFrom,
      Instant saleUntil,
      int maxPerOrder,
      TypeRules rules,
      boolean seated,
      Long fareOf,
      FeeRule fee,
      TaxRule tax) {

    /** Without special rules, with the usual fee and without a tax. */
    public OfferedType(
        long id,
        String code,
        String name,
        Money price,
        Instant saleFrom,
        Instant saleUntil,
        int maxPerOrder) {
      this(
          id,
          code,
          name,
          price,
          saleFrom,
          saleUntil,
          maxPerOrder,
          TypeRules.NONE,
          false,
          null,
          FeeRule.USUAL,
          TaxRule.NONE);
    }

    OfferedType with(TypeRules others) {
      return new OfferedType(
          id,
          code,
          name,
          price,
          saleFrom,
          saleUntil,
          maxPerOrder,
          others,
          seated,
          fareOf,
          fee,
          tax);
    }

    /** Id of the type whose seats it is sold on: mostly its own. */
    public long seatsOf() {
      return fareOf == null ? id : fareOf;
    }
  }

  /**
   * What this fan may see and buy beyond everybody else.
   *
   * @param unlocked ids of hidden types that her codes open
   * @param entitled whether she meets a rule of a presale
   */
  public record Access(Set<Long> unlocked, Predicate<Presale> entitled) {

    /** Like everybody. */
    public static final Access NONE = new Access(Set.of(), presale -> false);
  }

  public Offer {
    types = List.copyOf(types);
  }

  /** As {@link #sell(String, int, Instant, Access)} for everybody. */
  public OfferedType sell(String typeCode, int quantity, Instant now) {
    return sell(typeCode, quantity, now, Access.NONE);
  }

  /**
   * The type, if that many tickets of it may be sold in one order now. Whether they are left is
   * another question: the stock's.
   *
   * @throws TicketTypeNotFound if the event has no such type, or it is hidden from the fan
   * @throws NotOnSale outside of the event's or the type's time
   * @throws TooManyTickets if one order may not have that many
   * @throws TooFewTickets if one order may not have that few
   */
  public OfferedType sell(String typeCode, int quantity, Instant now, Access access) {
    OfferedType type =
        byCode(typeCode)
            .filter(found -> !found.rules().hidden() || access.unlocked().contains(found.id()))
            .orElseThrow(TicketTypeNotFound::new);
    if (status != EventStatus.PUBLISHED
        || !now.isBefore(endsAt)
        || !now.isBefore(type.saleUntil())
        || now.isBefore(type.saleFrom()) && !early(type, now, access)) {
      throw new NotOnSale();
    }
    if (quantity > type.maxPerOrder()) {
      throw new TooManyTickets(type.name(), type.maxPerOrder());
    }
    if (quantity < type.rules().minPerOrder()) {
      throw new TooFewTickets(type.name(), type.rules().minPerOrder());
    }
    return type;
  }

  /**
   * Refuses add-ons for which there are not enough tickets of their base type in the same order.
   *
   * @param quantities tickets by the type's id
   * @throws AddOnWithoutBase naming the add-on, its base and how many each allows
   */
  public void refuseLooseAddOns(Map<Long, Integer> quantities) {
    for (OfferedType type : types) {
      TypeRules rules = type.rules();
      if (rules.baseTypeId() != null && quantities.containsKey(type.id())) {
        long allowed = (long) rules.maxPerBase() * quantities.getOrDefault(rules.baseTypeId(), 0);
        if (quantities.get(type.id()) > allowed) {
          throw new AddOnWithoutBase(
              type.name(), byId(rules.baseTypeId()).name(), rules.maxPerBase());
        }
      }
    }
  }

  private static boolean early(OfferedType type, Instant now, Access access) {
    return type.rules().presales().stream()
        .anyMatch(rule -> !now.isBefore(rule.opensAt()) && access.entitled().test(rule));
  }

  public Optional<OfferedType> byCode(String typeCode) {
    return types.stream().filter(type -> type.code().equals(typeCode)).findFirst();
  }

  /**
   * @throws TicketTypeNotFound if the event has no such type
   */
  public OfferedType byId(long typeId) {
    return types.stream()
        .filter(type -> type.id() == typeId)
        .findFirst()
        .orElseThrow(TicketTypeNotFound::new);
  }
}
