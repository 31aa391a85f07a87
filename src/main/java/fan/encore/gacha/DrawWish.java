package fan.encore.gacha;

/**
 * What stands in the queue: a fan's wish with the banner as it was when she asked.
 *
 * @param banner with the odds in force at that moment
 */
record DrawWish(long accountId, DrawPrizes wanted, Banner banner) {

  /** What the ledger, the log and lists call it. */
  String kind() {
    if (wanted.chosen() != null) {
      return "POINTS";
    }
    return wanted.free() ? "FREE" : "PAID";
  }
}
