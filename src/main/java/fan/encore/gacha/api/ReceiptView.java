package fan.encore.gacha.api;

import fan.encore.collection.Item;
import fan.encore.collection.Rarity;
import fan.encore.gacha.DrawReceipt;
import fan.encore.gacha.SpentLot;
import java.time.Instant;
import java.util.List;

/**
 * A draw as programs see it.
 *
 * @param oddsHash SHA-256 of the canonical rules that it was drawn from
 * @param clientSeed the caller's, or null when the prize was taken for points
 * @param chain commitment to the server's seed
 * @param nonce number of the draw in its chain, from 0
 * @param freeSpent free diamonds
 * @param paidSpent paid diamonds
 * @param ledgerTransaction null when nothing was spent
 * @param lots the lots that paid, in the order in which they were used
 * @param logIndex index of the leaf in the public log, null until it has one
 */
public record ReceiptView(
    String code,
    String banner,
    String artist,
    Instant drawnAt,
    int oddsVersion,
    String oddsHash,
    String clientSeed,
    String chain,
    long nonce,
    long freeSpent,
    long paidSpent,
    Long ledgerTransaction,
    List<SpentLot> lots,
    Long logIndex,
    List<PrizeView> prizes) {

  /** A prize in the order of the draw. */
  public record PrizeView(String item, String name, Rarity rarity, String picture) {
    static PrizeView of(Item item) {
      return new PrizeView(item.code(), item.name(), item.rarity(), "/media/" + item.pictureKey());
    }
  }

  static ReceiptView of(DrawReceipt receipt) {
    return new ReceiptView(
        receipt.code(),
        receipt.bannerCode(),
        receipt.artistCode(),
        receipt.drawnAt(),
        receipt.oddsVersion(),
        receipt.oddsHash(),
        receipt.clientSeed(),
        receipt.chain(),
        receipt.nonce(),
        receipt.freeSpent(),
        receipt.paidSpent(),
        receipt.ledgerTransactionId(),
        receipt.lots(),
        receipt.logIndex(),
        receipt.prizes().stream().map(PrizeView::of).toList());
  }
}
