package fan.encore.order;

import fan.encore.event.Offer.OfferedType;
import fan.encore.event.TaxRule;
import fan.encore.shared.Money;

/**
 * Where fee and tax meet the price of a ticket, in this order: a promo code lowers the price, a tax
 * that is added makes it gross, the fee is taken from the gross price. Each step is rounded half up
 * for each ticket, never for a sum, so that a ticket that goes back brings exactly what it had
 * cost.
 */
final class ServiceFee {

  private ServiceFee() {}

  /** Tickets of one type at the organizer's price with everything that a fan pays for them. */
  static PricedLine line(OfferedType type, Money price, int quantity) {
    return line(type, price, Money.zero(price.currency()), quantity, 0);
  }

  /**
   * Tickets of one type with everything that a fan pays for them.
   *
   * @param list the organizer's price of one ticket, or the one that the fan chose
   * @param cut what a promo code takes off it
   * @param partOf id of the bundle's type that they come with, else 0
   */
  static PricedLine line(OfferedType type, Money list, Money cut, int quantity, long partOf) {
    TaxRule tax = type.tax();
    Money gross = tax.gross(list.minus(cut));
    return new PricedLine(
        type.id(),
        type.code(),
        type.name(),
        quantity,
        gross,
        type.fee().fanPays(gross),
        tax.gross(list).minus(gross),
        partOf,
        tax);
  }
}
