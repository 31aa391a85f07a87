package fan.encore.transfer;

/** Where the offer of a ticket stands; only an open one can change. */
public enum ResaleStatus {
  OPEN,
  SOLD,
  WITHDRAWN,
  EXPIRED,
  /** The ticket was used or cancelled meanwhile. */
  VOID
}
