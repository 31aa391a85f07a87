package fan.encore.wallet;

import fan.encore.shared.BusinessError;

/** The ledger has a transaction with this key and other content; nothing was changed. */
public final class KeyPostedBefore extends BusinessError {
  public KeyPostedBefore() {
    super(Kind.CONFLICT, "wallet.key_posted_before");
  }
}
