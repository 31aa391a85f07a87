package fan.encore.checkin;

import fan.encore.shared.BusinessError;

/** The nonce came before with another ticket, gate or event. */
public class NonceReused extends BusinessError {
  public NonceReused() {
    super(Kind.INVALID, "checkin.nonce_reused");
  }
}
