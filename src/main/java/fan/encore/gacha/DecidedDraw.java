package fan.encore.gacha;

import fan.encore.fairness.SeedStream;
import fan.encore.shared.Codes;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A draw that the engine decided and nobody has paid yet.
 *
 * @param place of the wish among those of the transaction
 * @param takesStock true when others of the same transaction were decided upon what it took
 */
record DecidedDraw(
    int place,
    DrawWish wish,
    DrawStart start,
    Outcome outcome,
    String code,
    String head,
    String tail,
    boolean takesStock) {

  /**
   * Lets the engine decide.
   *
   * @param market the market whose rules admitted the fan
   * @throws DrawRefused if the banner's rules do not allow it now
   */
  static DecidedDraw of(
      int place,
      DrawWish wish,
      DrawStart start,
      SharedStock.Shelf shelf,
      String market,
      Instant now) {
    Banner banner = wish.banner();
    DrawPrizes wanted = wish.wanted();
    Map<String, Long> left = shelf.left(banner);
    Play play = new Play(wanted.count(), wanted.free(), banner.day(now));
    Outcome outcome = outcome(banner.rules(), start, new Stock(left), play, wanted);
    shelf.take(banner, outcome.items());
    String code = Codes.random("DRW-", 12);
    return new DecidedDraw(
        place,
        wish,
        start,
        outcome,
        code,
        DrawLeaf.head(wish, start, outcome, code, play, now),
        DrawLeaf.tail(wish, start, outcome, market, left),
        !left.isEmpty());
  }

  private static Outcome outcome(
      Rules rules, DrawStart start, Stock stock, Play play, DrawPrizes wanted) {
    return wanted.chosen() == null
        ? Engine.draw(
            rules,
            start.state(),
            stock,
            play,
            new SeedStream(start.serverSeed(), wanted.clientSeed(), start.nonce()))
        : Engine.exchange(rules, start.state(), stock, wanted.chosen());
  }

  /** The items' numbers in the order of the prizes. */
  List<Long> itemIds() {
    return outcome.items().stream().map(code -> wish.banner().item(code).id()).toList();
  }

  /** The receipt of what was paid for. */
  DrawReceipt receipt(DrawPaid paid, Instant now) {
    Banner banner = wish.banner();
    return new DrawReceipt(
        code,
        banner.code(),
        banner.title(),
        banner.artistCode(),
        banner.artistName(),
        banner.published().version(),
        banner.rules().hash(),
        now,
        wish.wanted().chosen() == null ? wish.wanted().clientSeed() : null,
        start.commitment(),
        start.nonce(),
        paid.freeSpent(),
        paid.paidSpent(),
        paid.transactionId(),
        paid.lots(),
        null,
        outcome.items().stream().map(banner::item).toList());
  }
}
