package fan.encore.gacha;

import fan.encore.shared.BusinessError;

/** Another artist's banner has this code. */
public class BannerCodeTaken extends BusinessError {
  public BannerCodeTaken() {
    super(Kind.CONFLICT, "banner.code_taken");
  }

  @Override
  public String field() {
    return "code";
  }
}
