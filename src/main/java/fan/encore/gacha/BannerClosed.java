package fan.encore.gacha;

import fan.encore.shared.BusinessError;

/** The banner's time is over, or it was withdrawn. */
public class BannerClosed extends BusinessError {
  public BannerClosed() {
    super(Kind.CONFLICT, "gacha.banner_closed");
  }
}
