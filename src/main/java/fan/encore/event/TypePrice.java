package fan.encore.event;

import fan.encore.shared.Money;

/**
 * How one ticket of a type is priced, step by step.
 *
 * @param price the organizer's
 * @param ownFee whether the fee's rule is the type's own
 * @param ownTax whether the tax's rule is the type's own
 */
public record TypePrice(
    String ticketType,
    String name,
    Money price,
    FeeRule fee,
    boolean ownFee,
    TaxRule tax,
    boolean ownTax) {

  /** The price with its tax. */
  public Money gross() {
    return tax.gross(price);
  }

  /** The tax in {@link #gross()}. */
  public Money taxed() {
    return TaxRule.contained(gross(), tax.rateBasisPoints());
  }

  /** The service fee of the fan. */
  public Money fanFee() {
    return fee.fanPays(gross());
  }

  /** The service fee of the organizer. */
  public Money organizerFee() {
    return fee.organizerPays(gross());
  }

  /** All that the fan pays. */
  public Money fanPays() {
    return gross().plus(fanFee());
  }

  /** What the organizer gets, tax and all. */
  public Money organizerGets() {
    return gross().minus(organizerFee());
  }
}
