package fan.encore.gacha;

import java.util.List;
import java.util.stream.Stream;

/**
 * What an artist writes down about a banner: plain data, perhaps not lawful yet. {@link
 * RulesCheck#problems} says what is wrong with it, and {@link Rules} is what it becomes when
 * nothing is. {@link RulesText} reads and writes it.
 *
 * @param banner code of the banner; part of the keys of its state
 * @param group code of the banner group: counters that are carried per group live in it
 * @param zone time zone of its days, such as {@code Asia/Tokyo}
 * @param tiers rarest first; their weights make 1,000,000, in a box banner they are 0
 * @param items everything that can come out of it, in the published order
 * @param prices the counts offered without steps; empty in a step-up banner
 * @param pity counters that make a hit certain after so many misses
 * @param rateUps tiers of which some items are featured
 * @param guarantee the tier that a ten-pull reaches at least once, or null
 * @param steps what changes from call to call, or null
 * @param ceiling points that buy an item, or null
 * @param box finite copies for each fan instead of chances, or null
 * @param caps how often a fan may draw
 * @param freeDaily true when each fan may draw once a day for nothing
 * @param paidOnly true when only diamonds that were bought may pay
 */
public record Design(
    String banner,
    String group,
    String zone,
    List<Tier> tiers,
    List<Entry> items,
    List<Price> prices,
    List<Track> pity,
    List<RateUp> rateUps,
    String guarantee,
    Steps steps,
    Ceiling ceiling,
    Box box,
    Caps caps,
    boolean freeDaily,
    boolean paidOnly) {

  /** How far a counter reaches. */
  public enum Carry {
    /** Nothing is carried from draw to draw. */
    NONE,
    /** The banner has its own. */
    BANNER,
    /** All banners of the group share it. */
    GROUP
  }

  /** What comes after the last step. */
  public enum Then {
    LOOP,
    END,
    STAY
  }

  /** When a fan's box is filled again; at once, also in the middle of a call. */
  public enum Reset {
    NEVER,
    /** When it is empty. */
    EMPTY,
    /** When all copies of its key items are out. */
    KEYS
  }

  /** A tier and its chance in millionths. */
  public record Tier(String name, long weight) {}

  /**
   * An item of the banner.
   *
   * @param weight its weight among the items of its tier (and among the featured or the others, if
   *     the tier has a rate-up); 0 when it never comes by chance
   * @param copies how many a fan's box holds, 0 outside of box banners
   * @param key true when a box is filled again after it
   * @param stock how many there are for all fans together, 0 = without end
   * @param substitute what is given when the stock is used up; null without stock
   */
  public record Entry(
      String code,
      String tier,
      long weight,
      boolean featured,
      long copies,
      boolean key,
      long stock,
      String substitute) {

    /** An item that has a weight and nothing else. */
    public static Entry of(String code, String tier, long weight) {
      return new Entry(code, tier, weight, false, 0, false, 0, null);
    }
  }

  /**
   * Diamonds for a call.
   *
   * @param count how many draws the call makes, 1 to 10
   */
  public record Price(int count, long price) {}

  /**
   * A counter of misses since the last hit.
   *
   * @param featured true when only a featured item of the tier is a hit
   * @param hard the draw that hits for certain after {@code hard - 1} misses
   * @param after misses after which the chance grows, 0 with {@code step} 0: never
   * @param step millionths that are added per draw beyond {@code after} misses
   * @param carry {@link Carry#BANNER} or {@link Carry#GROUP}
   */
  public record Track(
      String tier, boolean featured, long hard, long after, long step, Carry carry) {}

  /**
   * A tier whose hits are featured items in so many millionths of all cases.
   *
   * @param carry whether a miss makes the next hit of the tier a featured one, and how far that
   *     reaches
   */
  public record RateUp(String tier, long share, Carry carry) {}

  /** The steps and what comes after the last. */
  public record Steps(Then then, List<Step> list) {
    public Steps {
      list = list == null ? List.of() : List.copyOf(list);
    }
  }

  /**
   * One call of a step-up banner.
   *
   * @param weights of the tiers in their order, or empty when they stay as they are
   * @param guarantee the tier that this call reaches at least once, or null
   */
  public record Step(int count, long price, List<Long> weights, String guarantee) {
    public Step {
      weights = weights == null ? List.of() : List.copyOf(weights);
    }
  }

  /**
   * Every draw gives points, and points buy one of the items.
   *
   * @param points per draw
   * @param price in points
   */
  public record Ceiling(long points, long price, List<String> items) {
    public Ceiling {
      items = items == null ? List.of() : List.copyOf(items);
    }
  }

  /**
   * @param lastOne the item that comes with the last copy of a box, or null
   */
  public record Box(Reset reset, String lastOne) {}

  /**
   * Draws that a fan may make, free ones not counted.
   *
   * @param daily per day of the zone, 0 = without end
   * @param total on this banner, 0 = without end
   */
  public record Caps(long daily, long total) {
    static final Caps NONE = new Caps(0, 0);
  }

  public Design {
    tiers = List.copyOf(tiers);
    items = List.copyOf(items);
    prices = List.copyOf(prices);
    pity = List.copyOf(pity);
    rateUps = List.copyOf(rateUps);
  }

  /**
   * A banner of chances and nothing else: the weights of the items are millionths of all draws, and
   * those of a tier make the tier's chance.
   *
   * @param tiers names of the tiers, rarest first; those without an item are left out
   */
  public static Design simple(
      String banner, String zone, List<String> tiers, List<Entry> items, List<Price> prices) {
    List<Tier> weighed =
        tiers.stream()
            .filter(tier -> ofTier(items, tier).findAny().isPresent())
            .map(tier -> new Tier(tier, ofTier(items, tier).mapToLong(Entry::weight).sum()))
            .toList();
    return new Design(
        banner, banner, zone, weighed, items, prices, List.of(), List.of(), null, null, null, null,
        Caps.NONE, false, false);
  }

  private static Stream<Entry> ofTier(List<Entry> items, String tier) {
    return items.stream().filter(item -> item.tier().equals(tier));
  }
}
