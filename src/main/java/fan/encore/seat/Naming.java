package fan.encore.seat;

/**
 * How rows or the seats of a row are called.
 *
 * @param scheme the series that the names are taken from
 * @param first where the series begins, from 1: 3 begins with 3 or C
 * @param reversed whether it runs from the last row, or from the right
 */
public record Naming(Scheme scheme, int first, boolean reversed) {

  /** Series of names. */
  public enum Scheme {
    NUMBERS,
    /** 1, 3, 5. */
    ODD,
    /** 2, 4, 6. */
    EVEN,
    /** Odd numbers to the left of the middle, even ones to the right: 5 3 1 2 4 6. */
    SPLIT,
    /** A to Z, then AA. */
    LETTERS,
    /** Letters without I and O, which look like digits. */
    CLEAR_LETTERS,
    ROMAN
  }

  private static final String ALL = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  private static final String CLEAR = "ABCDEFGHJKLMNPQRSTUVWXYZ";
  private static final int[] ROMAN = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
  private static final String[] ROMAN_SIGNS = {
    "M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"
  };

  /** 1, 2, 3 from the left or the front. */
  public static final Naming NUMBERS = new Naming(Scheme.NUMBERS, 1, false);

  /** A, B, C from the front. */
  public static final Naming LETTERS = new Naming(Scheme.LETTERS, 1, false);

  /**
   * The name of one of them.
   *
   * @param index from 0, from the left or the front
   * @param count how many there are
   */
  public String name(int index, int count) {
    int place = reversed ? count - 1 - index : index;
    return switch (scheme) {
      case NUMBERS -> String.valueOf(first + place);
      case ODD -> String.valueOf(2 * (first + place) - 1);
      case EVEN -> String.valueOf(2 * (first + place));
      case SPLIT -> String.valueOf(split(place, count));
      case LETTERS -> letters(first + place, ALL);
      case CLEAR_LETTERS -> letters(first + place, CLEAR);
      case ROMAN -> roman(first + place);
    };
  }

  private int split(int place, int count) {
    int left = (count + 1) / 2;
    return 2 * (first - 1) + (place < left ? 2 * (left - place) - 1 : 2 * (place - left + 1));
  }

  private static String letters(int number, String alphabet) {
    StringBuilder name = new StringBuilder();
    for (int rest = number; rest > 0; rest = (rest - 1) / alphabet.length()) {
      name.insert(0, alphabet.charAt((rest - 1) % alphabet.length()));
    }
    return name.toString();
  }

  private static String roman(int number) {
    StringBuilder name = new StringBuilder();
    int rest = number;
    for (int sign = 0; sign < ROMAN.length; sign++) {
      for (; rest >= ROMAN[sign]; rest -= ROMAN[sign]) {
        name.append(ROMAN_SIGNS[sign]);
      }
    }
    return name.toString();
  }
}
