package fan.encore.wallet;

import fan.encore.shared.BusinessError;

/**
 * The fan owes diamonds, since a purchase was refunded or charged back after its diamonds were
 * spent; until that is settled no diamonds or medals can be spent and no items given away. Nothing
 * was changed.
 */
public final class WalletLocked extends BusinessError {
  public WalletLocked() {
    super(Kind.CONFLICT, "wallet.locked");
  }
}
