package fan.encore.gacha;

import fan.encore.shared.BusinessError;

/** Fans would not see a new version of a banner's rules long enough before it is in force. */
public class NoticeTooShort extends BusinessError {
  public NoticeTooShort() {
    super(Kind.INVALID, "gacha.notice_too_short", Publishing.NOTICE.toHours());
  }

  @Override
  public String field() {
    return "inForceAt";
  }
}
