package fan.encore.seat;

import fan.encore.seat.Block.Rows;
import fan.encore.seat.Block.Table;

/** Where seats stand, in units of the map. */
final class RowShape {

  private static final double CHAIR = 26;

  private RowShape() {}

  /**
   * The middle of a seat of a block of rows. A bent row is an arc around the centre that the first
   * row's angle gives; every row keeps the distance from seat to seat.
   */
  static double[] at(Rows block, int row, int seat) {
    double along = along(block, row, seat);
    double deep = row * block.rowGap();
    double x = along;
    double y = deep;
    if (block.curve() > 0) {
      double radius = radius(block) + deep;
      double angle = along / radius;
      x = radius * Math.sin(angle);
      y = radius * Math.cos(angle) - radius(block);
    }
    return turned(block.x(), block.y(), x, y, block.rotation());
  }

  /** Radius of the first row; the arc of its length spans the angle of the curve. */
  static double radius(Rows block) {
    double length = Math.max(1, width(block, 0));
    return length / Math.toRadians(block.curve());
  }

  private static double along(Rows block, int row, int seat) {
    double from =
        switch (block.align()) {
          case CENTRE -> -width(block, row) / 2;
          case LEFT -> -widest(block) / 2;
          case RIGHT -> widest(block) / 2 - width(block, row);
        };
    return from + (seat + aislesBefore(block, seat)) * block.seatGap();
  }

  private static double width(Rows block, int row) {
    int last = block.rowSeats().get(row) - 1;
    return (last + aislesBefore(block, last)) * block.seatGap();
  }

  private static double widest(Rows block) {
    double widest = 0;
    for (int row = 0; row < block.rowSeats().size(); row++) {
      widest = Math.max(widest, width(block, row));
    }
    return widest;
  }

  private static long aislesBefore(Rows block, int seat) {
    return block.aisles().stream().filter(aisle -> aisle <= seat).count();
  }

  /** The middle of a seat at a table: around it, or along its two long sides. */
  static double[] at(Table table, int seat) {
    if (table.round()) {
      double angle = 2 * Math.PI * seat / table.seats() - Math.PI / 2;
      double radius = tableRadius(table.seats());
      double x = radius * Math.cos(angle);
      double y = radius * Math.sin(angle);
      return turned(table.x(), table.y(), x, y, table.rotation());
    }
    int side = (table.seats() + 1) / 2;
    boolean upper = seat < side;
    int place = upper ? seat : table.seats() - 1 - seat;
    double x = (place - (side - 1) / 2.0) * CHAIR;
    return turned(table.x(), table.y(), x, upper ? -CHAIR : CHAIR, table.rotation());
  }

  /** From the middle of a round table to the middle of its seats. */
  static double tableRadius(int seats) {
    return Math.max(28, seats * CHAIR / (2 * Math.PI));
  }

  static double rounded(double value) {
    return Math.round(value * 10) / 10.0;
  }

  private static double[] turned(double x, double y, double dx, double dy, double degrees) {
    double angle = Math.toRadians(degrees);
    return new double[] {
      x + dx * Math.cos(angle) - dy * Math.sin(angle),
      y + dx * Math.sin(angle) + dy * Math.cos(angle)
    };
  }
}
