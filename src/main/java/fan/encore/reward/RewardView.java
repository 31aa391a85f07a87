package fan.encore.reward;

import fan.encore.collection.Item;
import fan.encore.collection.ItemKind;
import java.time.Instant;
import java.util.List;

/**
 * A reward.
 *
 * @param item what a piece is
 * @param stock pieces left
 * @param mine pieces that the reader has redeemed
 * @param conditions codes of the items that a fan must have to see it; empty for everybody
 * @param version for editing
 */
public record RewardView(
    long id,
    String code,
    String artistCode,
    String artistName,
    String name,
    String description,
    Item item,
    ItemKind kind,
    long priceMedals,
    int stock,
    int redeemed,
    int limitPerFan,
    int mine,
    Instant opensAt,
    Instant closesAt,
    boolean withdrawn,
    List<String> conditions,
    int version) {

  /** Whether it is offered at this time, whatever is left. */
  public boolean open(Instant now) {
    return !withdrawn && !now.isBefore(opensAt) && now.isBefore(closesAt);
  }

  /** How many the reader can still redeem. */
  public int left() {
    return Math.max(0, Math.min(stock, limitPerFan - mine));
  }

  /** Whether it is sent by post. */
  public boolean needsAddress() {
    return kind == ItemKind.PHYSICAL;
  }
}
