package fan.encore.promo;

/** What a promo code does. */
public enum PromoKind {
  /** Takes a percentage off the price of each ticket. */
  PERCENT,
  /** Takes an amount off the price of each ticket, at most the price. */
  AMOUNT,
  /** Opens hidden ticket types and takes nothing off. */
  UNLOCK
}
