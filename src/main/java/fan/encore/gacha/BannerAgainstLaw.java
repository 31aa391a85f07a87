package fan.encore.gacha;

import fan.encore.shared.BusinessError;

/** In every market a rule of its law keeps the banner from being offered. */
public class BannerAgainstLaw extends BusinessError {
  public BannerAgainstLaw() {
    super(Kind.CONFLICT, "gacha.against_law");
  }
}
