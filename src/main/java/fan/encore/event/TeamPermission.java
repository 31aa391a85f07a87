package fan.encore.event;

/** What somebody on an event's team may do there. Its organizer may do everything. */
public enum TeamPermission {
  /** Change the event, its tickets, seats, prices, promo codes, waiting list and waiting room. */
  EDIT,
  /** See orders, their holders and answers, write to them, take lists away. */
  ORDERS,
  /** Sell by hand and see what one sold oneself. */
  SELL,
  /** Give orders back, and call the event off. */
  REFUNDS,
  /** See how it sells. */
  REPORTS,
  /** Set up check-in lists and devices. */
  DOOR,
  /** Scan tickets. */
  CHECK_IN
}
