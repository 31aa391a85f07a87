package fan.encore.fairness;

import fan.encore.shared.BusinessError;

/** A note that is not one of our checkpoints with the signature of a witness that we know. */
public class CosignatureRefused extends BusinessError {
  public CosignatureRefused() {
    super(Kind.INVALID, "fairness.cosignature_refused");
  }
}
