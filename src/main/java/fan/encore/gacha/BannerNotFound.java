package fan.encore.gacha;

import fan.encore.shared.BusinessError;

/** No published banner has this code. */
public class BannerNotFound extends BusinessError {
  public BannerNotFound() {
    super(Kind.NOT_FOUND, "gacha.banner_not_found");
  }
}
