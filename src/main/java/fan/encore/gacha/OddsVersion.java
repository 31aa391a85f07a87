package fan.encore.gacha;

import fan.encore.collection.Item;
import java.time.Instant;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;

/**
 * A published version of a banner's rules. It never changes.
 *
 * @param version 1 for a banner's first, rising by 1
 * @param items what the rules name, by code
 * @param closedMarkets codes of the markets in which it is not offered
 * @param inForceAt first moment at which draws follow it; fans could see it since {@code
 *     publishedAt}
 * @param logIndex where the transparency log has it, -1 while it is not there yet
 */
public record OddsVersion(
    long id,
    int version,
    Rules rules,
    Map<String, Item> items,
    Set<String> closedMarkets,
    Instant publishedAt,
    Instant inForceAt,
    long logIndex) {

  public OddsVersion {
    items = Map.copyOf(items);
    closedMarkets = Set.copyOf(closedMarkets);
  }

  /** The item with this code, which must be one of the rules'. */
  public Item item(String code) {
    Item item = items.get(code);
    if (item == null) {
      throw new NoSuchElementException("No item " + code);
    }
    return item;
  }
}
