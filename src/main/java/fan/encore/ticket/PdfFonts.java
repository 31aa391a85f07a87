package fan.encore.ticket;

import com.lowagie.text.DocumentException;
import com.lowagie.text.pdf.BaseFont;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * The typefaces of our documents: M PLUS 1p, embedded, with Latin, Greek, Cyrillic, Japanese and
 * 6,000 kanji; for anything else the standard Japanese, Chinese and Korean fonts that readers bring
 * along (PDF 1.7, 9.7.5.2). Read once per process; safe for many threads.
 */
public final class PdfFonts {

  /** Regular or bold; both measure and embed only the characters that are used. */
  public enum Weight {
    REGULAR("MPLUS1p-Regular"),
    BOLD("MPLUS1p-Bold");

    /**
     * Latin only: an embedded font brings its tables for all its letters along, however few are
     * used, and those of 8,000 cost a ticket more than all that is drawn on it.
     */
    private final BaseFont latin;

    private final BaseFont font;

    Weight(String name) {
      latin = embedded(name + "-Latin");
      font = embedded(name);
    }

    private boolean isLatin(String text) {
      for (int i = 0; i < text.length(); i++) {
        if (!latin.charExists(text.charAt(i))) {
          return false;
        }
      }
      return true;
    }
  }

  /** What is drawn for a letter that no font has. */
  private static final int UNKNOWN = '\u3013';

  private static final List<BaseFont> OTHERS =
      List.of(
          standard("HeiseiKakuGo-W5", "UniJIS-UCS2-H"),
          standard("STSong-Light", "UniGB-UCS2-H"),
          standard("HYGoThic-Medium", "UniKS-UCS2-H"));

  private PdfFonts() {}

  /**
   * A piece of text in one font.
   *
   * @param text only characters that the font has
   */
  public record Run(BaseFont font, String text) {

    /**
     * @param size in points
     * @return width in points
     */
    public float width(float size) {
      return font.getWidthPoint(text, size);
    }
  }

  /**
   * The text cut into pieces, each in the first font that has its characters. Signs that no font
   * has, such as emoji, are left out.
   */
  public static List<Run> runs(Weight weight, String text) {
    if (weight.isLatin(text)) {
      return List.of(new Run(weight.latin, text));
    }
    List<Run> runs = new ArrayList<>();
    StringBuilder piece = new StringBuilder();
    BaseFont font = weight.font;
    for (int character : text.codePoints().toArray()) {
      Optional<BaseFont> having = having(weight, character);
      if (having.isEmpty() && !Character.isLetterOrDigit(character)) {
        continue;
      }
      BaseFont next = having.orElse(weight.font);
      if (next != font && !piece.isEmpty()) {
        runs.add(new Run(font, piece.toString()));
        piece.setLength(0);
      }
      font = next;
      piece.appendCodePoint(having.isPresent() ? character : UNKNOWN);
    }
    if (!piece.isEmpty()) {
      runs.add(new Run(font, piece.toString()));
    }
    return runs;
  }

  private static Optional<BaseFont> having(Weight weight, int character) {
    if (weight.font.charExists(character)) {
      return Optional.of(weight.font);
    }
    return OTHERS.stream()
        .filter(other -> Character.isBmpCodePoint(character) && other.charExists(character))
        .findFirst();
  }

  private static BaseFont embedded(String name) {
    try (InputStream packed = PdfFonts.class.getResourceAsStream("/fonts/" + name + ".ttf.gz");
        InputStream unpacked = new GZIPInputStream(packed)) {
      byte[] bytes = unpacked.readAllBytes();
      BaseFont font =
          BaseFont.createFont(
              name + ".ttf", BaseFont.IDENTITY_H, BaseFont.EMBEDDED, true, bytes, null);
      font.setSubset(true);
      return font;
    } catch (IOException e) {
      throw new UncheckedIOException("Font " + name, e);
    }
  }

  private static BaseFont standard(String name, String encoding) {
    try {
      return BaseFont.createFont(name, encoding, BaseFont.NOT_EMBEDDED);
    } catch (IOException e) {
      throw new UncheckedIOException("Font " + name, e);
    } catch (DocumentException e) {
      throw new IllegalStateException("Font " + name, e);
    }
  }
}
