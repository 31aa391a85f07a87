package fan.encore.seat;

/**
 * A seat as the map gives it.
 *
 * @param label unique within the map: block, row and number with hyphens
 * @param blockName what people call its block
 * @param rowName empty where there is none
 * @param x of its middle, in units of the map
 * @param y of its middle
 * @param line the row among all rows, the best one first, from 1
 * @param position along the row; neighbours differ by 1
 * @param lean how far to the side of the middle of its row as the stage sees it, in half seats
 */
public record PlannedSeat(
    String label,
    String block,
    String blockName,
    String rowName,
    String number,
    String category,
    SeatKind kind,
    boolean obstructed,
    double x,
    double y,
    int line,
    int position,
    int lean) {

  /** Whether it is given to anybody who asks for the best. */
  public boolean ordinary() {
    return kind == SeatKind.ORDINARY && !obstructed;
  }
}
