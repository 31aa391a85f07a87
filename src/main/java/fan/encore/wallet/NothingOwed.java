package fan.encore.wallet;

import fan.encore.shared.BusinessError;

/** The fan owes no diamonds, perhaps because somebody settled it a moment ago. */
public final class NothingOwed extends BusinessError {
  public NothingOwed() {
    super(Kind.CONFLICT, "wallet.nothing_owed");
  }
}
