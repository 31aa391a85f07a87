package fan.encore.seat;

import java.util.List;

/**
 * A seat map as its author drew it. {@link SeatLayout} makes seats of it.
 *
 * @param width of the drawing, in units; a seat is 20 units wide
 * @param height of the drawing, in units
 */
public record SeatMap(
    double width,
    double height,
    List<SeatCategory> categories,
    List<Scenery> scenery,
    List<Block> blocks) {

  /** Name of the format in its JSON form. */
  public static final String FORMAT = "encore-seat-map/1";

  /** Diameter of a seat, in units. */
  public static final double SEAT = 20;

  public SeatMap {
    categories = List.copyOf(categories);
    scenery = List.copyOf(scenery);
    blocks = List.copyOf(blocks);
  }

  /** A hall with a stage and nothing else. */
  public static SeatMap empty(String stage, String category) {
    return new SeatMap(
        1200,
        800,
        List.of(new SeatCategory("A", category, "#c71d5c")),
        List.of(new Scenery(Scenery.Kind.STAGE, 600, 70, 480, 90, 0, stage)),
        List.of());
  }
}
