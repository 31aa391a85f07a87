package fan.encore.gacha;

/**
 * A prize that the engine chose.
 *
 * @param item code of the item that the fan gets
 * @param tier the tier that was hit
 * @param why what decided about the tier
 * @param featured true when the hit was a featured item
 * @param promised true when it had to be a featured item, without luck
 * @param replaced code of the item whose stock was used up and instead of which this one is given,
 *     or null
 */
public record Pick(
    String item, String tier, Why why, boolean featured, boolean promised, String replaced) {

  /** What decided about the tier. */
  public enum Why {
    /** Chance alone. */
    CHANCE,
    /** A counter of misses was full. */
    PITY,
    /** The last slot of a ten-pull. */
    TEN,
    /** The last slot of a step. */
    STEP,
    /** It came with the last copy of a box. */
    LAST_ONE,
    /** The fan chose it for points. */
    CHOSEN
  }

  /** The code of the item whose chance came up: {@link #item()} unless that was used up. */
  public String hit() {
    return replaced == null ? item : replaced;
  }
}
