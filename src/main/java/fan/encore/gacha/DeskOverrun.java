package fan.encore.gacha;

import fan.encore.shared.BusinessError;

/**
 * More fans want to draw than can be served at the moment; nothing changed, a moment later helps.
 */
public class DeskOverrun extends BusinessError {
  public DeskOverrun() {
    super(Kind.UNAVAILABLE, "gacha.busy");
  }
}
