package fan.encore.gacha;

import fan.encore.shared.BusinessError;
import java.util.Locale;

/** The rules of the banner do not allow this call now; nothing was decided. */
public class DrawRefused extends BusinessError {

  /** Why. */
  public enum Reason {
    COUNT_NOT_OFFERED,
    DAILY_CAP_REACHED,
    TOTAL_CAP_REACHED,
    FREE_DRAW_USED,
    NO_FREE_DRAW,
    BOX_HOLDS_FEWER,
    STEPS_ARE_OVER,
    POINTS_TOO_FEW,
    NOT_FOR_POINTS,
    SOLD_OUT;

    /** The code of the error, such as {@code gacha.free_draw_used}. */
    public String code() {
      return "gacha." + name().toLowerCase(Locale.ROOT);
    }
  }

  private final Reason reason;

  public DrawRefused(Reason reason) {
    super(reason == Reason.COUNT_NOT_OFFERED ? Kind.INVALID : Kind.CONFLICT, reason.code());
    this.reason = reason;
  }

  /** Why. */
  public Reason reason() {
    return reason;
  }
}
