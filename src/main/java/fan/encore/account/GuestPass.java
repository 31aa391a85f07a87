package fan.encore.account;

import fan.encore.messaging.Masks;
import java.io.Serializable;

/**
 * Whom a pass belongs to.
 *
 * @param accountId the guest's number
 * @param email as she typed it
 * @param byMail whether the pass was sent to that address, so that whoever has it reads her mail
 */
public record GuestPass(long accountId, String email, String name, String language, boolean byMail)
    implements Serializable {

  /** Enough of her address to recognise it, for whoever may have nothing but a link. */
  public String maskedEmail() {
    return Masks.recipient(email);
  }

  @Override
  public String toString() {
    return "GuestPass[" + accountId + "]";
  }
}
