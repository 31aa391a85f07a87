package fan.encore.payment;

/** Where a payment stands. */
public enum PaymentStatus {
  /** The buyer may still pay. */
  OPEN,
  /** The provider has the money; it is in our books. */
  CAPTURED,
  /** The buyer or her bank said no. */
  DECLINED,
  /** Nobody paid in time. */
  EXPIRED,
  /** Verified facts contradict what we asked for; a person must look. */
  MISMATCH,
  /** The money went back. */
  REFUNDED;

  /** A late capture after a decline or an expiry is true: the money is there. */
  public boolean canBecome(PaymentStatus next) {
    return switch (this) {
      case OPEN -> next == CAPTURED || next == DECLINED || next == EXPIRED || next == MISMATCH;
      case DECLINED, EXPIRED -> next == CAPTURED || next == MISMATCH;
      case CAPTURED -> next == REFUNDED;
      case MISMATCH, REFUNDED -> false;
    };
  }
}
