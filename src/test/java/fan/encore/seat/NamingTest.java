package fan.encore.seat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fan.encore.seat.Naming.Scheme;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NamingTest {

  @Test
  void lettersGoOnAfterZ() {
    assertEquals("Y Z AA AB", names(Scheme.LETTERS, 25, false, 4));
  }

  @Test
  void clearLettersLeaveOutWhatLooksLikeDigits() {
    assertEquals("G H J K L M N P", names(Scheme.CLEAR_LETTERS, 7, false, 8));
  }

  @Test
  void oddAndEvenNumbersCount() {
    assertEquals("1 3 5", names(Scheme.ODD, 1, false, 3));
    assertEquals("4 6 8", names(Scheme.EVEN, 2, false, 3));
  }

  @Test
  void splitNumbersGrowFromTheMiddleToBothSides() {
    assertEquals("5 3 1 2 4 6", names(Scheme.SPLIT, 1, false, 6));
    assertEquals("5 3 1 2 4", names(Scheme.SPLIT, 1, false, 5));
  }

  @Test
  void reversedSeriesBeginAtTheOtherEnd() {
    assertEquals("C B A", names(Scheme.LETTERS, 1, true, 3));
    assertEquals("12 11 10", names(Scheme.NUMBERS, 10, true, 3));
  }

  @Test
  void romanNumbersAreRoman() {
    assertEquals("III IV V", names(Scheme.ROMAN, 3, false, 3));
    assertEquals("XLIX", names(Scheme.ROMAN, 49, false, 1));
  }

  private static String names(Scheme scheme, int first, boolean reversed, int count) {
    Naming naming = new Naming(scheme, first, reversed);
    return IntStream.range(0, count)
        .mapToObj(index -> naming.name(index, count))
        .collect(Collectors.joining(" "));
  }
}
