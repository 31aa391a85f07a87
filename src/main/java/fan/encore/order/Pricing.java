package fan.encore.order;

import fan.encore.event.Offer;
import fan.encore.event.Offer.Access;
import fan.encore.event.Offer.OfferedType;
import fan.encore.event.TypeRules.Part;
import fan.encore.order.HoldTickets.HoldLine;
import fan.encore.promo.Promo;
import fan.encore.promo.PromoWithoutEffect;
import fan.encore.shared.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Prices what a fan wants, by the rules of the offer and of her promo code. Each ticket: list price
 * (or the price she chose) - what the code takes off = price; the fee follows from that price.
 */
final class Pricing {

  private final Offer offer;
  private final Access access;
  private final Promo promo;
  private final Instant now;

  /**
   * @param promo null without a code
   */
  Pricing(Offer offer, Access access, Promo promo, Instant now) {
    this.offer = offer;
    this.access = access;
    this.promo = promo;
    this.now = now;
  }

  /**
   * @throws fan.encore.event.NotOnSale outside of the sale's time
   * @throws PriceRefused if a chosen price is too low, or the price is not for the fan to choose
   * @throws PromoWithoutEffect if the code is for none of these tickets
   */
  Quote quote(List<HoldLine> lines) {
    List<PricedLine> priced = new ArrayList<>();
    Map<Long, Integer> quantities = new HashMap<>();
    Set<String> seen = new HashSet<>();
    for (HoldLine line : lines) {
      OfferedType type = offer.sell(line.ticketType(), line.quantity(), now, access);
      if (!seen.add(type.code())) {
        throw new NothingChosen();
      }
      quantities.merge(type.id(), line.quantity(), Integer::sum);
      priced.add(priced(type, line));
      for (Part part : type.rules().parts()) {
        quantities.merge(part.ticketTypeId(), part.quantity() * line.quantity(), Integer::sum);
        priced.add(given(type, part, line.quantity()));
      }
    }
    offer.refuseLooseAddOns(quantities);
    Quote quote = new Quote(priced, 0, promo == null ? null : promo.code());
    if (promo != null && !quote.cut().isPositive() && !opensSomething(quantities)) {
      throw new PromoWithoutEffect();
    }
    return quote;
  }

  /** Whether some type limits what one person may have. */
  boolean limited(Quote quote) {
    return quote.lines().stream()
        .anyMatch(line -> offer.byId(line.ticketTypeId()).rules().maxPerPerson() != null);
  }

  private boolean opensSomething(Map<Long, Integer> quantities) {
    return promo.unlocks()
        && quantities.keySet().stream()
            .anyMatch(type -> promo.covers(type) && offer.byId(type).rules().hidden());
  }

  private PricedLine priced(OfferedType type, HoldLine line) {
    Money list = listPrice(type, line);
    Money cut =
        promo == null || type.rules().openPrice()
            ? Money.zero(list.currency())
            : promo.off(type.id(), list);
    return ServiceFee.line(type, list, cut, line.quantity(), 0);
  }

  private static Money listPrice(OfferedType type, HoldLine line) {
    if (line.priceMinor() == null) {
      return type.price();
    }
    boolean fits =
        type.rules().openPrice()
            ? line.priceMinor() >= type.price().minor()
            : line.priceMinor() == type.price().minor();
    if (!fits) {
      throw new PriceRefused(type.name(), type.price());
    }
    return new Money(line.priceMinor(), type.price().currency());
  }

  private PricedLine given(OfferedType bundle, Part part, int bundles) {
    OfferedType type = offer.byId(part.ticketTypeId());
    Money nothing = Money.zero(offer.currency());
    return ServiceFee.line(type, nothing, nothing, part.quantity() * bundles, bundle.id());
  }
}
