package fan.encore.ticket;

/** Where a ticket stands for its owner. */
public enum TicketStatus {
  /** Lets its holder in, once. */
  READY,
  /** Its holder was let in. */
  USED,
  /** Refunded: it lets nobody in. */
  CANCELLED
}
