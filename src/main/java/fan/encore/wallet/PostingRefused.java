package fan.encore.wallet;

import fan.encore.shared.BusinessError;

/** Not a posting the ledger can take, such as one between two currencies; nothing was changed. */
public final class PostingRefused extends BusinessError {
  public PostingRefused() {
    super(Kind.INVALID, "wallet.posting_refused");
  }
}
