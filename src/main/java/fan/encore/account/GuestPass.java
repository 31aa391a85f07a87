package fan.encore.account;

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

  @Override
  public String toString() {
    return "GuestPass[" + accountId + "]";
  }
}
