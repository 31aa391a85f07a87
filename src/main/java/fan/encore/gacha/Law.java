package fan.encore.gacha;

/** A rule of law or of an industry body that a banner is held to; texts in the bundle. */
public enum Law {
  /** JOGA 2016-03-25 section 3(1)(a): a rare item costs at most 100 draws on average. */
  JOGA_2016_A,
  /** JOGA 2016-03-25 section 3(1)(b): a rare item costs at most 50,000 yen on average. */
  JOGA_2016_B,
  /** JOGA 2016-03-25 section 3(1)(c): the highest and lowest rate of rare items is shown. */
  JOGA_2016_C,
  /** JOGA 2016-03-25 section 3(1)(d): the rate of each type of item is shown. */
  JOGA_2016_D,
  /** JOGA 2016-03-25 section 3(1): one of (a) to (d) holds. */
  JOGA_2016,
  /** JOGA 2012: no draw without an item, and no item worth less than a draw. */
  JOGA_2012_NO_BLANKS,
  /** CESA 2016-04-27: all items that can come are shown, with their rates. */
  CESA_ALL_ITEMS,
  /** Premiums Act, CAA operating standard 4(1): no valued reward for a set of drawn items. */
  KOMPU_GACHA,
  /** Apple App Store Review Guideline 3.1.1: the odds are shown before the purchase. */
  ODDS_BEFORE_PAYING,
  /** EU CPC principles of 2025-03-21: the price in money is beside the price in diamonds. */
  REAL_PRICE_SHOWN,
  /** Where chance may not be the only way: rare items can be had without it. */
  WITHOUT_CHANCE_TOO,
  /** Paid draws are allowed at all. */
  MARKET_ALLOWS_GACHA
}
