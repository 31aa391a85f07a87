package fan.encore.seat;

import fan.encore.seat.Block.Change;
import fan.encore.seat.Block.Loose;
import fan.encore.seat.Block.LooseSeat;
import fan.encore.seat.Block.Rows;
import fan.encore.seat.Block.Standing;
import fan.encore.seat.Block.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The seats of a map, in the map's order.
 *
 * @param standing the standing areas
 */
public record SeatLayout(List<PlannedSeat> seats, List<Standing> standing) {

  /** Most seats of a map. */
  public static final int MOST_SEATS = 100_000;

  private static final double SAME = 0.01;

  /** A row before its seats are numbered and ranked. */
  private record Row(Block block, String name, List<Spot> spots) {}

  private record Spot(
      String number,
      double x,
      double y,
      String category,
      SeatKind kind,
      boolean obstructed,
      boolean missing,
      boolean aisle) {}

  public SeatLayout {
    seats = List.copyOf(seats);
    standing = List.copyOf(standing);
  }

  /**
   * @throws SeatMapRefused if two seats have one label, there are too many, or a category has both
   *     seats and standing room
   */
  public static SeatLayout of(SeatMap map) {
    List<Row> rows = new ArrayList<>();
    List<Standing> standing = new ArrayList<>();
    for (Block block : map.blocks()) {
      if (block instanceof Rows bench) {
        addRows(bench, rows);
      } else if (block instanceof Table table) {
        rows.add(around(table));
      } else if (block instanceof Loose loose) {
        addLoose(loose, rows);
      } else if (block instanceof Standing area) {
        standing.add(area);
      }
    }
    List<PlannedSeat> seats = seats(rows, focus(map));
    checkUnmixed(seats, standing);
    return new SeatLayout(seats, standing);
  }

  /** How many people may stand. */
  public int standingRoom() {
    return standing.stream().mapToInt(Standing::capacity).sum();
  }

  private static void addRows(Rows block, List<Row> rows) {
    Map<Long, Change> changes = new HashMap<>();
    block.changes().forEach(change -> changes.put(key(change.row(), change.seat()), change));
    int count = block.rowSeats().size();
    for (int row = 0; row < count; row++) {
      int seats = block.rowSeats().get(row);
      List<Spot> spots = new ArrayList<>();
      for (int seat = 0; seat < seats; seat++) {
        double[] at = RowShape.at(block, row, seat);
        boolean aisle = seat > 0 && block.aisles().contains(seat);
        String number = block.seatNumbers().name(seat, seats);
        spots.add(spot(number, at, changes.get(key(row, seat)), block.category(), aisle));
      }
      rows.add(new Row(block, block.rowNames().name(row, count), spots));
    }
  }

  private static Row around(Table table) {
    Map<Long, Change> changes = new HashMap<>();
    table.changes().forEach(change -> changes.put(key(0, change.seat()), change));
    List<Spot> spots = new ArrayList<>();
    for (int seat = 0; seat < table.seats(); seat++) {
      double[] at = RowShape.at(table, seat);
      String number = table.seatNumbers().name(seat, table.seats());
      spots.add(spot(number, at, changes.get(key(0, seat)), table.category(), false));
    }
    return new Row(table, "", spots);
  }

  private static void addLoose(Loose block, List<Row> rows) {
    Map<String, List<Spot>> byRow = new LinkedHashMap<>();
    for (LooseSeat seat : block.seats()) {
      byRow
          .computeIfAbsent(seat.row(), none -> new ArrayList<>())
          .add(
              new Spot(
                  seat.number(),
                  seat.x(),
                  seat.y(),
                  seat.category() == null ? block.category() : seat.category(),
                  seat.kind(),
                  seat.obstructed(),
                  false,
                  seat.aisle()));
    }
    byRow.forEach((name, spots) -> rows.add(new Row(block, name, spots)));
  }

  private static Spot spot(
      String number, double[] at, Change change, String category, boolean aisle) {
    if (change == null) {
      return new Spot(number, at[0], at[1], category, SeatKind.ORDINARY, false, false, aisle);
    }
    return new Spot(
        number,
        at[0],
        at[1],
        change.category() == null ? category : change.category(),
        change.kind(),
        change.obstructed(),
        change.missing(),
        aisle);
  }

  private static long key(int row, int seat) {
    return (long) row << 32 | seat;
  }

  /** Where everybody looks: the middle of the stage, else of the upper edge. */
  private static double[] focus(SeatMap map) {
    return map.scenery().stream()
        .filter(scenery -> scenery.kind() == Scenery.Kind.STAGE)
        .findFirst()
        .map(stage -> new double[] {stage.x(), stage.y()})
        .orElseGet(() -> new double[] {map.width() / 2, 0});
  }

  private static List<PlannedSeat> seats(List<Row> rows, double[] focus) {
    Map<Row, Integer> lines = lines(rows, focus);
    List<PlannedSeat> seats = new ArrayList<>();
    Set<String> labels = new HashSet<>();
    for (Row row : rows) {
      int best = best(row, focus);
      int position = 0;
      for (int index = 0; index < row.spots().size(); index++) {
        Spot spot = row.spots().get(index);
        position += spot.aisle() ? 2 : 1;
        if (!spot.missing()) {
          String label = label(row, spot);
          if (!labels.add(label)) {
            throw new SeatMapRefused("seat.map_twice", label);
          }
          seats.add(planned(row, spot, label, lines.get(row), position, 2 * index - best));
        }
      }
      if (seats.size() > MOST_SEATS) {
        throw new SeatMapRefused("seat.map_too_many", MOST_SEATS);
      }
    }
    return seats;
  }

  private static PlannedSeat planned(
      Row row, Spot spot, String label, int line, int position, int lean) {
    return new PlannedSeat(
        label,
        row.block().code(),
        row.block().name(),
        row.name(),
        spot.number(),
        spot.category(),
        spot.kind(),
        spot.obstructed(),
        RowShape.rounded(spot.x()),
        RowShape.rounded(spot.y()),
        line,
        position,
        lean);
  }

  private static String label(Row row, Spot spot) {
    return row.name().isEmpty()
        ? row.block().code() + "-" + spot.number()
        : row.block().code() + "-" + row.name() + "-" + spot.number();
  }

  private static Map<Row, Integer> lines(List<Row> rows, double[] focus) {
    record Far(Row row, double distance) {}
    List<Far> far =
        rows.stream()
            .filter(row -> !row.spots().isEmpty())
            .map(row -> new Far(row, distance(row.spots().get(row.spots().size() / 2), focus)))
            .sorted(Comparator.comparingDouble(Far::distance))
            .toList();
    Map<Row, Integer> lines = new java.util.IdentityHashMap<>();
    for (int line = 0; line < far.size(); line++) {
      lines.put(far.get(line).row(), line + 1);
    }
    return lines;
  }

  /** Twice the place of the seat that is nearest to the stage, or of the middle between two. */
  private static int best(Row row, double[] focus) {
    int best = 0;
    boolean two = false;
    for (int index = 1; index < row.spots().size(); index++) {
      double nearer =
          distance(row.spots().get(best), focus) - distance(row.spots().get(index), focus);
      if (nearer > SAME) {
        best = index;
        two = false;
      } else if (nearer > -SAME && index == best + 1) {
        two = true;
      }
    }
    return 2 * best + (two ? 1 : 0);
  }

  private static double distance(Spot spot, double[] focus) {
    return Math.hypot(spot.x() - focus[0], spot.y() - focus[1]);
  }

  private static void checkUnmixed(List<PlannedSeat> seats, List<Standing> standing) {
    Set<String> seated = new HashSet<>();
    seats.forEach(seat -> seated.add(seat.category()));
    for (Standing area : standing) {
      if (seated.contains(area.category())) {
        throw new SeatMapRefused("seat.map_mixed", area.category());
      }
    }
  }
}
