package fan.encore.seat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fan.encore.local.LocalDatabase;
import fan.encore.seat.SeatHall.Show;
import fan.encore.seat.SeatHall.Spot;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The choice of the best seats against one that tries everything, on small halls of any state. */
class BestSeatsIT {

  private static final int HALLS = 150;

  @TempDir private static Path dir;

  private static LocalDatabase database;
  private static SeatHall hall;

  @BeforeAll
  static void start() throws Exception {
    database = LocalDatabase.start(dir, 0);
    database.migrate(LocalDatabase.NAME);
    hall = new SeatHall(database.appDataSource(LocalDatabase.NAME), 2);
  }

  @AfterAll
  static void stop() throws Exception {
    hall.close();
    database.close();
  }

  @Test
  void itIsTheBestOfAllChoices() throws Exception {
    for (int seed = 0; seed < HALLS; seed++) {
      Random dice = new Random(seed);
      Show show =
          hall.show(
              IntStream.range(0, 1 + dice.nextInt(4)).map(row -> 2 + dice.nextInt(9)).toArray());
      disturb(show, dice.nextInt(1_000_000), 10 + dice.nextInt(80));
      List<Spot> free = hall.free(show);
      for (int quantity = 1; quantity <= 5; quantity++) {
        check(show, free, quantity, "seed " + seed + ", " + quantity + " of " + free);
      }
    }
  }

  private static void check(Show show, List<Spot> free, int quantity, String about)
      throws Exception {
    List<Long> chosen = best(show, quantity);
    List<Spot> expected = tryEverything(free.stream().filter(Spot::ordinary).toList(), quantity);
    if (expected == null) {
      expected = tryEverything(free, quantity);
    }
    if (expected != null) {
      assertEquals(expected.stream().map(Spot::id).toList(), chosen, about);
    } else if (free.size() < quantity) {
      assertEquals(List.of(), chosen, about);
    } else {
      assertEquals(quantity, chosen.stream().distinct().count(), about);
      assertTrue(free.stream().map(Spot::id).toList().containsAll(chosen), about);
    }
  }

  /** Some seats are sold, some are not for everybody. */
  private static void disturb(Show show, int salt, int percent) throws Exception {
    hall.transactions.run(
        () ->
            hall.sql.update(
                "update encore.seat set free = abs(hashint8(id * 7919 + ?)) % 100 >= ?,"
                    + " ordinary = abs(hashint8(id * 104729 + ?)) % 100 >= 12 where event_id = ?",
                salt, percent, salt, show.eventId()));
  }

  private static List<Long> best(Show show, int quantity) throws Exception {
    return hall.transactions.call(
        () ->
            hall.sql.list(
                "select seat from unnest(encore.best_seats(?, ?)) as seat",
                row -> row.getLong(1),
                show.typeId(),
                quantity));
  }

  /**
   * Every choice of neighbours: first those that leave no seat alone, of these the first row, of
   * these the nearest to its middle, of these the most left.
   */
  private static List<Spot> tryEverything(List<Spot> free, int quantity) {
    List<List<Spot>> choices = new ArrayList<>();
    for (int from = 0; from + quantity <= free.size(); from++) {
      List<Spot> choice = free.subList(from, from + quantity);
      if (neighbours(choice)) {
        choices.add(choice);
      }
    }
    Comparator<List<Spot>> bySolitude =
        Comparator.comparing(choice -> leavesOneAlone(free, choice));
    return choices.stream()
        .min(
            bySolitude
                .thenComparing(choice -> choice.get(0).line())
                .thenComparing(
                    choice -> Math.abs(choice.get(0).lean() + choice.get(quantity - 1).lean()))
                .thenComparing(choice -> choice.get(0).position()))
        .orElse(null);
  }

  private static boolean neighbours(List<Spot> seats) {
    return IntStream.range(1, seats.size())
        .allMatch(
            index ->
                seats.get(index).line() == seats.get(0).line()
                    && seats.get(index).position() == seats.get(0).position() + index);
  }

  private static boolean leavesOneAlone(List<Spot> free, List<Spot> choice) {
    Spot first = choice.get(0);
    Spot last = choice.get(choice.size() - 1);
    return Stream.of(first.position() - 1, last.position() + 1)
        .anyMatch(
            beside ->
                isFree(free, first.line(), beside)
                    && !isFree(
                        free, first.line(), beside < first.position() ? beside - 1 : beside + 1));
  }

  private static boolean isFree(List<Spot> free, int line, int position) {
    return free.stream().anyMatch(seat -> seat.line() == line && seat.position() == position);
  }
}
