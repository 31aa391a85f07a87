package fan.encore.account;

import fan.encore.shared.BusinessError;

/** Another account already uses the e-mail address. */
public final class EmailTaken extends BusinessError {
  public EmailTaken() {
    super(Kind.CONFLICT, "account.email_taken");
  }

  @Override
  public String field() {
    return "email";
  }
}
