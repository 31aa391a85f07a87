package fan.encore.gacha;

import fan.encore.shared.BusinessError;

/** The law of the fan's market does not allow her this draw. */
public class MarketClosed extends BusinessError {

  /** Why. */
  public enum Reason {
    GACHA_NOT_ALLOWED("gacha.market_not_allowed"),
    BANNER_NOT_OFFERED("gacha.market_not_offered"),
    BIRTH_DATE_UNKNOWN("gacha.market_birth_date"),
    TOO_YOUNG("gacha.market_too_young");

    private final String code;

    Reason(String code) {
      this.code = code;
    }
  }

  private final Reason reason;

  /**
   * @param minimumAge of the market, in years
   */
  public MarketClosed(Reason reason, int minimumAge) {
    super(Kind.FORBIDDEN, reason.code, minimumAge);
    this.reason = reason;
  }

  /** Why. */
  public Reason reason() {
    return reason;
  }
}
