package fan.encore.order;

import fan.encore.shared.Money;

/** What the house takes for its service: 5 % of a ticket's price, rounded half up, per ticket. */
final class ServiceFee {

  private static final int PER_MILLE = 50;

  private ServiceFee() {}

  static Money of(Money price) {
    return price.perMille(PER_MILLE);
  }
}
