package fan.encore.gacha;

import fan.encore.shared.BusinessError;

/** This fan has no draw with this code. */
public class DrawNotFound extends BusinessError {
  public DrawNotFound() {
    super(Kind.NOT_FOUND, "gacha.draw_not_found");
  }
}
