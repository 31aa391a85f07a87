package fan.encore.storage;

import java.util.regex.Pattern;

/**
 * Texts of people in files that a spreadsheet opens. It takes a cell that begins with one of a few
 * characters for a formula, which may then fetch and send (OWASP, CSV Injection; also the wide
 * forms that Japanese keyboards write).
 */
public final class Spreadsheet {

  private static final Pattern FORMULA =
      Pattern.compile("(?s)[\\s\\p{Z}]*[=+\\-@＝＋－＠].*|[\\t\\r\\n].*");
  private static final Pattern NUMBER = Pattern.compile("[+-]?\\p{Sc}?\\d[\\d.,]*\\s?%?");

  private Spreadsheet() {}

  /** Whether a spreadsheet would calculate the text; signed numbers and amounts are harmless. */
  public static boolean isFormula(String text) {
    return text != null && FORMULA.matcher(text).matches() && !NUMBER.matcher(text).matches();
  }

  /** The text as a cell of a CSV file shows it, with an apostrophe before what were a formula. */
  public static String plain(String text) {
    return isFormula(text) ? "'" + text : text;
  }
}
