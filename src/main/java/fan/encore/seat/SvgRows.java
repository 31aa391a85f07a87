package fan.encore.seat;

import fan.encore.seat.Block.LooseSeat;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Gives rows and numbers to seats of a drawing that has none: what lies at one height is a row,
 * from the upper edge A, B, C, and is numbered from the left. A wide gap is an aisle.
 */
final class SvgRows {

  private static final double SAME_HEIGHT = 8;
  private static final double WIDE = 1.6;

  private SvgRows() {}

  static List<LooseSeat> named(List<LooseSeat> seats) {
    if (seats.stream().noneMatch(seat -> seat.number().isEmpty())) {
      return seats;
    }
    List<List<LooseSeat>> rows = new ArrayList<>();
    List<LooseSeat> sorted = new ArrayList<>(seats);
    sorted.sort(Comparator.comparingDouble(LooseSeat::y));
    for (LooseSeat seat : sorted) {
      List<LooseSeat> last = rows.isEmpty() ? null : rows.get(rows.size() - 1);
      if (last == null || seat.y() - last.get(last.size() - 1).y() > SAME_HEIGHT) {
        last = new ArrayList<>();
        rows.add(last);
      }
      last.add(seat);
    }
    List<LooseSeat> named = new ArrayList<>();
    for (int row = 0; row < rows.size(); row++) {
      number(Naming.LETTERS.name(row, rows.size()), rows.get(row), named);
    }
    return named;
  }

  private static void number(String name, List<LooseSeat> row, List<LooseSeat> named) {
    row.sort(Comparator.comparingDouble(LooseSeat::x));
    double gap = Double.MAX_VALUE;
    for (int seat = 1; seat < row.size(); seat++) {
      gap = Math.min(gap, row.get(seat).x() - row.get(seat - 1).x());
    }
    for (int index = 0; index < row.size(); index++) {
      LooseSeat seat = row.get(index);
      boolean aisle = index > 0 && seat.x() - row.get(index - 1).x() > WIDE * gap;
      named.add(
          new LooseSeat(
              name,
              String.valueOf(index + 1),
              seat.x(),
              seat.y(),
              seat.category(),
              seat.kind(),
              seat.obstructed(),
              aisle));
    }
  }
}
