package fan.encore.fairness;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** The expected numbers were computed by another implementation, in another language. */
class SeedStreamTest {

  /** Bytes 0, 1, 2 .. 31. */
  private static final byte[] SEED = new byte[32];

  static {
    for (int i = 0; i < SEED.length; i++) {
      SEED[i] = (byte) i;
    }
  }

  @Test
  void theCommitmentIsTheHashOfTheSeed() {
    assertEquals(
        "630dcd2966c4336691125448bbb25b4ff412a49c732db2c8abc1b8581bd710dd",
        SeedStream.commitment(SEED));
  }

  @Test
  void theVectorsOfTheSpecificationHold() {
    assertArrayEquals(
        new long[] {902945, 44269, 160275, 704319, 401236, 760334, 399043, 550729, 882265, 299225},
        take(new SeedStream(SEED, "mika-2026", 7).slot(0), 1_000_000, 10));
    assertArrayEquals(
        new long[] {0, 3, 0, 5, 0, 4, 0, 4, 0, 4},
        take(new SeedStream(SEED, "mika-2026", 7).slot(9), 6, 10));
  }

  @Test
  void wordsOfTheUnfinishedRoundAreThrownAway() {
    // Here a fifth of all words lie in it: 5 of the first 17.
    assertArrayEquals(
        new long[] {
          278271153222890230L,
          2159641609976194863L,
          2222062589597438269L,
          3138037609777441999L,
          2950300750854137011L,
          2812719521953163046L,
          2417762572718598086L,
          2031598107075037353L,
          3018212446089282218L,
          2398296668981644594L,
          98092535007358843L,
          2177499523244138641L
        },
        take(new SeedStream(SEED, "mika-2026", 0).slot(0), 3689348814741910324L, 12));
  }

  @Test
  void theLargestBoundsAgreeWithArithmeticOfAnySize() {
    for (long n : new long[] {Luck.MOST, Luck.MOST - 1, Luck.MOST - (1L << 60), 3, 1_000_003}) {
      Luck luck = new SeedStream(SEED, "a:b", 123456789012L).slot(3);
      assertArrayEquals(expected("a:b:123456789012:3:", n, 40), take(luck, n, 40), "below " + n);
    }
  }

  @Test
  void oneTakesNoWord() {
    SeedStream stream = new SeedStream(SEED, "mika-2026", 7);
    Luck luck = stream.slot(0);
    assertEquals(0, luck.below(1));
    assertEquals(902945, luck.below(1_000_000));
  }

  @Test
  void slotsDoNotDisturbEachOther() {
    SeedStream stream = new SeedStream(SEED, "mika-2026", 7);
    Luck first = stream.slot(0);
    Luck last = stream.slot(9);
    assertEquals(902945, first.below(1_000_000));
    assertEquals(0, last.below(6));
    assertEquals(44269, first.below(1_000_000));
    assertEquals(3, last.below(6));
    assertEquals(902945, stream.slot(0).below(1_000_000));
  }

  @Test
  void everyResultIsEquallyLikely() {
    int bound = 1000;
    int[] seen = new int[bound];
    int slots = 200_000;
    SeedStream stream = new SeedStream(SEED, "uniform", 1);
    for (int slot = 0; slot < slots; slot++) {
      seen[(int) stream.slot(slot).below(bound)]++;
    }
    double expected = (double) slots / bound;
    double chiSquare =
        Arrays.stream(seen).mapToDouble(n -> (n - expected) * (n - expected) / expected).sum();
    // 99.9 % of fair sources stay below 1143.9 with 999 degrees of freedom.
    assertTrue(chiSquare < 1143.9, "chi-square " + chiSquare);
  }

  @Test
  void nonsenseIsRefused() {
    SeedStream stream = new SeedStream(SEED, "mika", 0);
    Luck luck = stream.slot(0);
    assertThrows(IllegalArgumentException.class, () -> luck.below(0));
    assertThrows(IllegalArgumentException.class, () -> luck.below(Luck.MOST + 1));
    assertThrows(IllegalArgumentException.class, () -> stream.slot(-1));
    assertThrows(IllegalArgumentException.class, () -> new SeedStream(new byte[31], "mika", 0));
    assertThrows(IllegalArgumentException.class, () -> new SeedStream(SEED, "mika", -1));
    assertThrows(IllegalArgumentException.class, () -> new SeedStream(SEED, "two words", 0));
    assertFalse(SeedStream.isClientSeed(""));
    assertFalse(SeedStream.isClientSeed("x".repeat(65)));
    assertFalse(SeedStream.isClientSeed("mіka"), "the Cyrillic i looks like the Latin one");
    assertTrue(SeedStream.isClientSeed("!~".repeat(32)));
  }

  private static long[] take(Luck luck, long bound, int count) {
    return LongStream.generate(() -> luck.below(bound)).limit(count).toArray();
  }

  /** The same rule with the platform's HMAC and integers of any size. */
  private static long[] expected(String start, long bound, int count) {
    BigInteger n = BigInteger.valueOf(bound);
    BigInteger limit = BigInteger.TWO.pow(64).subtract(BigInteger.TWO.pow(64).mod(n));
    long[] results = new long[count];
    int found = 0;
    for (int word = 0; found < count; word++) {
      byte[] block = hmac(start + word / 4);
      BigInteger value =
          new BigInteger(1, Arrays.copyOfRange(block, word % 4 * 8, word % 4 * 8 + 8));
      if (value.compareTo(limit) < 0) {
        results[found++] = value.mod(n).longValueExact();
      }
    }
    return results;
  }

  private static byte[] hmac(String message) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(SEED, "HmacSHA256"));
      return mac.doFinal(message.getBytes(StandardCharsets.UTF_8));
    } catch (java.security.GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}
