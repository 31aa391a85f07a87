package fan.encore.gacha;

import fan.encore.shared.BusinessError;

/** The fan has not drawn in this group yet. */
public class ChainNotFound extends BusinessError {
  public ChainNotFound() {
    super(Kind.NOT_FOUND, "gacha.chain_not_found");
  }
}
