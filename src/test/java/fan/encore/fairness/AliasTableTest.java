package fan.encore.fairness;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class AliasTableTest {

  private static final Luck NONE =
      n -> {
        throw new AssertionError("took luck");
      };

  @Test
  void theVectorsOfTheSpecificationHold() {
    assertTable(new AliasTable(1, 2, 3, 4), new long[] {4, 8, 6, 10}, new int[] {2, 3, 3, 3});
    assertTable(new AliasTable(6, 51, 943), new long[] {18, 153, 1000}, new int[] {2, 2, 2});
    assertTable(new AliasTable(5, 5, 5), new long[] {15, 15, 15}, new int[] {0, 1, 2});
  }

  @Test
  void picksFollowTheSeed() {
    byte[] seed = new byte[32];
    for (int i = 0; i < seed.length; i++) {
      seed[i] = (byte) i;
    }
    AliasTable table = new AliasTable(6, 51, 943);
    int[] picked =
        IntStream.range(0, 16)
            .map(nonce -> table.pick(new SeedStream(seed, "mika-2026", nonce).slot(0)))
            .toArray();
    assertArrayEquals(new int[] {2, 2, 2, 1, 2, 1, 2, 2, 2, 2, 2, 2, 2, 2, 1, 2}, picked);
  }

  @Test
  void chancesAreExactlyTheWeights() {
    SplittableRandom random = new SplittableRandom(20261121);
    for (int round = 0; round < 500; round++) {
      long[] weights = random.longs(1 + random.nextInt(60), 1, 1L << 40).toArray();
      AliasTable table = new AliasTable(weights);
      long[] columns = new long[weights.length];
      for (int i = 0; i < weights.length; i++) {
        columns[i] += table.threshold(i);
        columns[table.alias(i)] += table.total() - table.threshold(i);
      }
      assertArrayEquals(
          LongStream.of(weights).map(weight -> weight * weights.length).toArray(), columns);
    }
  }

  @Test
  void aSingleChoiceTakesNoLuck() {
    assertEquals(0, new AliasTable(7).pick(NONE));
  }

  @Test
  void weightsMustBePositiveAndNotTooLarge() {
    assertThrows(IllegalArgumentException.class, AliasTable::new);
    assertThrows(IllegalArgumentException.class, () -> new AliasTable(1, 0));
    assertThrows(ArithmeticException.class, () -> new AliasTable(Long.MAX_VALUE, 1));
    assertThrows(ArithmeticException.class, () -> new AliasTable(Luck.MOST, 1));
    assertThrows(ArithmeticException.class, () -> new AliasTable(1L << 61, 1L << 61, 1));
  }

  private static void assertTable(AliasTable table, long[] thresholds, int[] aliases) {
    int[] columns = IntStream.range(0, table.size()).toArray();
    assertArrayEquals(
        thresholds, IntStream.of(columns).mapToLong(table::threshold).toArray(), "thresholds");
    assertArrayEquals(aliases, IntStream.of(columns).map(table::alias).toArray(), "aliases");
  }
}
