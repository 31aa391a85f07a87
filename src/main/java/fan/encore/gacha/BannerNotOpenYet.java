package fan.encore.gacha;

import fan.encore.shared.BusinessError;

/** The banner opens later. */
public class BannerNotOpenYet extends BusinessError {
  public BannerNotOpenYet() {
    super(Kind.CONFLICT, "gacha.banner_not_open_yet");
  }
}
