package fan.encore.seat;

import fan.encore.seat.Block.Align;
import fan.encore.seat.Block.Change;
import fan.encore.seat.Block.Rows;
import fan.encore.seat.Block.Standing;
import fan.encore.seat.Block.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Maps that nobody would draw: the same seed gives the same map. */
final class GeneratedMap {

  private final Random dice;

  private GeneratedMap(long seed) {
    dice = new Random(seed);
  }

  static SeatMap of(long seed) {
    return new GeneratedMap(seed).map();
  }

  private SeatMap map() {
    List<Block> blocks = new ArrayList<>();
    int count = 1 + dice.nextInt(4);
    for (int block = 0; block < count; block++) {
      blocks.add(dice.nextInt(4) == 0 ? table("T" + block) : rows("B" + block));
    }
    blocks.add(new Standing("PIT", "Pit <&>", "S", 400, 500, 300, 120, dice.nextInt(90), 50));
    return new SeatMap(
        1000 + dice.nextInt(500),
        700,
        List.of(
            new SeatCategory("A", "Stalls & \"more\"", "#c71d5c"),
            new SeatCategory("B", "Gallery", "#2159c4"),
            new SeatCategory("S", "Standing", "#1c7c45")),
        List.of(
            new Scenery(Scenery.Kind.STAGE, 500, 60, 400, 80, 0, "Stage"),
            new Scenery(Scenery.Kind.BOX, 20, 300, 40, 100, 30, ""),
            new Scenery(Scenery.Kind.TEXT, 500, 650, 100, 20, 0, "Bar <left>")),
        blocks);
  }

  private Rows rows(String code) {
    int rows = 1 + dice.nextInt(5);
    List<Integer> sizes = IntStream.range(0, rows).mapToObj(row -> 2 + dice.nextInt(12)).toList();
    Naming.Scheme[] schemes = Naming.Scheme.values();
    return new Rows(
        code,
        "Block " + code,
        dice.nextBoolean() ? "A" : "B",
        dice.nextInt(1000),
        dice.nextInt(700),
        dice.nextInt(180) - 90,
        sizes,
        24,
        30,
        dice.nextInt(3) * 40,
        Align.values()[dice.nextInt(3)],
        dice.nextBoolean() ? List.of() : List.of(1 + dice.nextInt(6)),
        new Naming(schemes[dice.nextInt(schemes.length)], 1 + dice.nextInt(5), dice.nextBoolean()),
        new Naming(schemes[dice.nextInt(schemes.length)], 1 + dice.nextInt(5), dice.nextBoolean()),
        changes(rows, 2));
  }

  private Table table(String code) {
    return new Table(
        code,
        "Table " + code,
        "B",
        dice.nextInt(1000),
        dice.nextInt(700),
        dice.nextInt(90),
        dice.nextBoolean(),
        2 + dice.nextInt(9),
        Naming.NUMBERS,
        changes(1, 2));
  }

  private List<Change> changes(int rows, int seats) {
    List<Change> changes = new ArrayList<>();
    SeatKind[] kinds = SeatKind.values();
    for (int row = 0; row < rows; row++) {
      if (dice.nextBoolean()) {
        changes.add(
            new Change(
                row,
                dice.nextInt(seats),
                dice.nextBoolean() ? "B" : null,
                kinds[dice.nextInt(kinds.length)],
                dice.nextBoolean(),
                dice.nextInt(3) == 0));
      }
    }
    return changes;
  }
}
