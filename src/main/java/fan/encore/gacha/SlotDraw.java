package fan.encore.gacha;

import fan.encore.fairness.Luck;
import java.util.List;
import java.util.function.Consumer;

/** Decides the slots of one call, one after the other, or follows slots that were decided. */
interface SlotDraw {

  /** What follows a tier's name where the share of its featured items is meant. */
  String FEATURED = ".featured";

  /** Hears what the rules claimed before a slot and what it became. */
  @FunctionalInterface
  interface Claims {

    /**
     * @param what a tier, or a tier and {@link #FEATURED}
     * @param weight the chance that was claimed, of {@code whole}
     */
    void claim(String what, long weight, long whole, boolean hit);
  }

  /**
   * @param last true for the last slot of the call
   * @param hits takes the pick, and what comes with it
   */
  void next(boolean last, Luck luck, Consumer<Pick> hits);

  /**
   * Goes on as if this slot had been decided so.
   *
   * @param picks what the slot gave, and after it what later slots gave
   * @return how many of the picks belong to this slot
   */
  int hear(boolean last, List<Design.Entry> picks, Claims claims);
}
