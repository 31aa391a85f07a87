package fan.encore.wallet;

import fan.encore.shared.BusinessError;

/**
 * The fan owes diamonds, since a purchase was refunded or charged back after its diamonds were
 * spent; until that is settled nothing can be spent. Nothing was changed.
 */
public final class WalletLocked extends BusinessError {
  public WalletLocked() {
    super(Kind.CONFLICT, "wallet.locked");
  }
}
