package fan.encore.gacha;

import fan.encore.collection.Item;
import fan.encore.collection.Rarity;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * Everything that a fan may know about a draw of hers.
 *
 * @param oddsVersion version of the odds that it was drawn from
 * @param oddsHash SHA-256 of their canonical text
 * @param clientSeed what the fan's side chose, or null when she took a prize for points
 * @param chain commitment to the server's seed
 * @param nonce number of the draw in its chain, from 0
 * @param freeSpent free diamonds spent
 * @param paidSpent paid diamonds spent
 * @param ledgerTransactionId the ledger's transaction that spent them, or null if none was
 * @param lots the lots they came from, in the order in which they were used
 * @param logIndex its place in the public log, or null for the few seconds until it has one
 * @param prizes in the order of the draw
 */
public record DrawReceipt(
    String code,
    String bannerCode,
    String bannerTitle,
    String artistCode,
    String artistName,
    int oddsVersion,
    String oddsHash,
    Instant drawnAt,
    String clientSeed,
    String chain,
    long nonce,
    long freeSpent,
    long paidSpent,
    Long ledgerTransactionId,
    List<SpentLot> lots,
    Long logIndex,
    List<Item> prizes) {

  public DrawReceipt {
    lots = List.copyOf(lots);
    prizes = List.copyOf(prizes);
  }

  /** Diamonds spent, free and paid together. */
  public long spent() {
    return freeSpent + paidSpent;
  }

  /** The rarest rarity among the prizes. */
  public Rarity best() {
    return prizes.stream().map(Item::rarity).max(Comparator.naturalOrder()).orElseThrow();
  }
}
