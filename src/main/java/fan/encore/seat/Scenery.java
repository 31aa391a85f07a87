package fan.encore.seat;

/**
 * What is drawn but not sold; positions and sizes in units of the map.
 *
 * @param x of its middle
 * @param y of its middle
 * @param rotation degrees clockwise
 * @param text may be empty
 */
public record Scenery(
    Kind kind, double x, double y, double width, double height, double rotation, String text) {

  /** What it shows. */
  public enum Kind {
    /** Where everybody looks; the best seats are the nearest ones. */
    STAGE,
    /** A wall, a desk, a pillar. */
    BOX,
    /** Only words. */
    TEXT
  }
}
