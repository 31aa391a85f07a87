package fan.encore.transfer;

/** Where a transfer stands; only a pending one can change. */
public enum TransferStatus {
  /** Waits to be claimed. */
  PENDING,
  CLAIMED,
  /** Taken back by the sender. */
  CANCELLED,
  /** Not wanted by the fan it was sent to. */
  DECLINED,
  EXPIRED
}
